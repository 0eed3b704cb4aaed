import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { topicOf } from '../../../shared/runbook/words/topic.ts'
import { runbookOf } from './read-sample.ts'

const read = (...lines: string[]) => runbookOf('# Rings', '', ...lines).steps
const told = (...lines: string[]) => read(...lines).map(({ text }) => text)
const FIX = ['', '## Mitigation', '', '1. Restart the relay.']

describe('R3.1 what only tells', () => {
  it.each([
    'Therefore, we can deduce which relay holds the ring.',
    'Running a clean-up of the store may remove old parcels.',
    'First of all, keep calm.',
    "Let's build a mental model of the ring before you drain it.",
    'The part on finding the right parcel follows below, but first how to mend one that should be restored.',
    'You will receive a mail that looks like: "Please add the following record: ring.example.org."',
    'Restore rings fire late; restore figures shows torn rings.',
    'Trace board shows fewer rings than you want to see.',
    'Here, we will focus on `ring`, but others look the same.',
    'As there are many of them, and each needs to be drained by hand, a script was added.',
    'At times a reader could ask too often, in which case the relay will refuse it, log an error, and go on.',
    'Here, you can see which relays hold the ring.',
    'As a result, the ring and the relay can be drained as before.',
    'Limitations: Draining only works for rings that nobody reads.',
    'Some actions you can take.',
    'These actions should be taken.',
    'You can see, that its holder is the second relay.',
    'Depending on when it was torn, you can perform different actions.',
    'Warning: Stops new parcels. Only use in emergency situations.',
    'You may discover that the store holds torn rings.',
    'You must get the following output:',
    'Most readers will not open, as they need keys (passwords, ssh keys) that have been deleted.',
    'Workers can be killed and automatically started again if they grow.',
    'At this point the ring should be automatically restored and removed from the list.',
    'Purging does not work on a full disk - this is why we first need to remove some logs.',
    'When applying a patch which requires a restart, a reader on one node may fail and block the others.',
    'We should be told when the first ring is late.',
    'The copies might be deliberately stopped while a relay is changed.',
    'This is a new alert, please update this section with what helped.',
    'Please note, doing this will lose track of the loads.',
    'Keep in mind, the ring is closed then.',
    'Email flagged by the filter of the relay',
    'Report received by the ring team',
    'ssh access to the relay: the key of the team',
    'Edit access to the board of the ring',
    'When you run it, you can only see your own ring.',
    'A ring holds defaults, i.e. we can override what has a name.',
    'Review apps do not use the ring, and live for a day.',
    'Ring lead: [FILL IN]',
    'Дежурный: [ЗАПОЛНИТЬ]',
    'It is not necessary to run `ringctl` within the ring, as long as the store can be read.',
    'Making sure that all rings are full will help reduce the likelihood of a late load.',
    'Result: the ring is open again, and the relay can be restarted without the flag.',
    'The operator can automatically remove rings that are safe to delete.',
    'Just a reminder, nothing to worry about.',
  ])('R3.1 %s', (sentence) => expect(moodOf(sentence)).not.toMatch(/^(?:order|advice|remedy)$/))

  it.each([
    'Restarting the relay may help.',
    'Removing the lock should remove the torn ring.',
    'As a result, the relay needs to be restarted.',
    'Access to the shell of the relay and issue the following commands:',
    'Check the board shows no late ring.',
    'As the ring was full, the job needs to be restarted.',
    'It may be late, in which case you should drain it.',
    'Some actions you can take: drain it.',
    'The ring may be late (if so, restart it).',
    'It hangs and requires a restart.',
    'You need to discover which ring is late.',
    'It is usually necessary to run `ringctl` within the ring.',
    'Operators can manually remove rings that are safe to delete.',
  ])('R3.1 but %s', (sentence) => expect(moodOf(sentence)).toMatch(/^(?:order|advice|remedy)$/))

  it('R3.8 "This can be done by ..." goes with the order before', () => {
    expect(
      told('## Mitigation', '', 'You should add a zone. This can be done by editing the ring. Then check the ring.'),
    ).toEqual(['You should add a zone. This can be done by editing the ring.', 'Then check the ring.'])
  })
})

describe('R3.6 lists that tell', () => {
  it('R3.6 of what could set off an alert only what to do about it is a step', () => {
    const list = ['* the ring is asked too often. In this case, grow the ring.', '* uneven use of the relays']
    expect(
      told('## Diagnosis', '', 'These are the conditions that could trigger the alert:', '', ...list, ...FIX),
    ).toEqual(['the ring is asked too often. In this case, grow the ring.', 'Restart the relay.'])
  })

  it('R3.6 things straight above a script that looks into them are read beside it', () => {
    const things = ['**Disks:**', '- Slow disks of the node', '- Too few disks of the relay', '']
    const script = (remark: string) => ['```bash', remark, 'iostat -x', '```']
    expect(told('## Diagnosis', '', ...things, ...script('# Check the disks'))).toEqual(['Check the disks'])
    expect(told('## Diagnosis', '', ...things, ...script('# the disks of the node'))).toHaveLength(2)
  })

  it('R3.6 names in code with their meaning are what the order above them is about', () => {
    const names = ['- `ring`: ring name', '- `relay`: name of its relay']
    expect(told('## Mitigation', '', 'Get the following from the alert:', ...names, '', 'Restart it.')).toEqual([
      'Get the following from the alert',
      'Restart it.',
    ])
    expect(told('## Mitigation', '', 'Do the following:', '- `ring`: drain it', '- `relay`: restart it')).toHaveLength(
      2,
    )
  })

  const METRICS = [
    ...['- CPU', '', '  - `ring_cpu_seconds`: CPU time in seconds.'],
    ...['- Memory', '', '  - `ring_memory_bytes` Memory in bytes.', '  - `ring_memory_swap` Swap memory in bytes.'],
    ...['  - `ring_memory_set` Memory in use. This holds all of it.', '  - `ring_failures` Count of failures.'],
  ]

  it('R3.6 names in code behind which an arrow leads to what they are, and to nothing to do', () => {
    const list = (...meanings: string[]) => ['', ...meanings.map((one, at) => `- \`/ring-${at}\` → ${one}`), '']
    const read = (...items: string[]) =>
      told('## Diagnosis', 'Find the door.', '', 'Usual doors:', ...items, 'Check the log.')
    expect(read(...list('Relay board', 'Ring board'))).toEqual(['Find the door.', 'Check the log.'])
    expect(read(...list('Restart the relay', 'Drain the ring'))).toHaveLength(4)
  })

  it('R3.6 names in code with their meaning, below names of their kind, are none of them steps', () => {
    const lead = 'To see more of the memory of a ring, we can check these metrics:'
    expect(told('## Diagnosis', '', lead, '', ...METRICS, '', 'Restart the relay.')).toEqual([
      'To see more of the memory of a ring, we can check these metrics',
      'Restart the relay.',
    ])
  })

  it('R3.6 the parts of a command that an example used are none of them steps', () => {
    const parts = ['- `find -type d` - find all folders in it', '- `-exec rm {} +` - execute a removal of these']
    expect(
      told(
        '## Mitigation',
        '',
        'Empty the store:',
        '',
        '`find -type d -exec rm {} +`',
        '',
        'In the above example, we:',
        '',
        ...parts,
      ),
    ).toEqual(['Empty the store'])
  })

  it('R3.6 what to pay attention to, and examples from a log, are no steps', () => {
    const values = ['1. Ring open to all (yes/no)', '2. Size of the ring', '']
    const lead = 'Set the ring up as the old one was. Specifically pay attention to these options:'
    expect(told('## Mitigation', '', lead, '', ...values)).not.toContain('Size of the ring')
    const example = ['- Prefer draining the smaller ring.', '- Example from logs:', '  - `ring-b-7`', '  - `ring-b-8`']
    expect(told('## Mitigation', '', ...example)).toEqual(['Prefer draining the smaller ring.'])
  })

  it('R3.6 a case in front of "Doing so looks like the following:" is none above the numbers', () => {
    const lead = 'If you keep copies, you are able to go back. Doing so with Ring looks like the following:'
    expect(told('## Mitigation', '', lead, '', '1. Stop the relay.', '2. Load the copy.')).toEqual([
      'Stop the relay.',
      'Load the copy.',
    ])
  })

  it('R3.6 but a meaning that orders is one', () => {
    expect(told('## Diagnosis', '', '- `ring_size` Check whether it is above 5.', '- `ring_age` Age in days.')).toEqual(
      ['ring_size Check whether it is above 5.', 'ring_age Age in days.'],
    )
  })

  it('R3.6 links below "examples of" are none within a step, also under names', () => {
    const links = [
      '   - Store:',
      '     - [May](https://example.org/1)',
      '   - Relay:',
      '     - [June](https://example.org/2)',
    ]
    expect(told('## Steps', '', '1. Do this in a request. Here are examples of past requests:', ...links)).toEqual([
      'Do this in a request. Here are examples of past requests',
    ])
  })

  it('R3.6 things in a word or three below a number that says to check them are none, unless it points at the list', () => {
    const things = ['   - Owner of it', '   - Number of slices']
    expect(told('## Diagnosis', '', '1. Check the details of the ring:', ...things, '2. Restart it.')).toEqual([
      'Check the details of the ring',
      'Restart it.',
    ])
    expect(told('## Diagnosis', '', '1. Check the following:', ...things)).toHaveLength(3)
  })
})

describe('R3.16 parts that tell', () => {
  it('R3.16 an impact, a meaning and signs hold no step but what is marked, typed or comes first', () => {
    const words = 'RingLate fires; rings of the store: repair jobs stop. Restore them.'
    for (const heading of ['Impact', 'Meaning', 'Condition', 'Symptoms'])
      expect(told(`## ${heading}`, '', words, ...FIX)).toEqual(['Restart the relay.'])
    const first = 'First of all, find out whether `ring_age` rises. Check the log of the relay.'
    const look = ['- Look at the rings: `kubectl get rings`', '- Trace rings that are late']
    expect(told('## Symptoms', '', ...look, ...FIX)).not.toContain('Trace rings that are late')
    expect(told('## Symptoms', '', first, ...FIX)).toHaveLength(3)
  })

  it('R3.16 rules for everybody hold none either', () => {
    const rules = ['- Only silence it while you look into it', '- Consider raising the severity']
    for (const heading of ['Silencing guidelines', 'Initial severity: S3'])
      expect(told('## Alert behavior', '', `### ${heading}`, '', ...rules, ...FIX)).toEqual(['Restart the relay.'])
  })

  it('R2.1 "Mental model" is meaning: what is told there is done further down', () => {
    const model = [
      'What this means is that we need to be aware of and think of:',
      '',
      '1. Choose a relay',
      '2. Drain it',
    ]
    expect(topicOf('Mental model')).toBe('meaning')
    expect(topicOf('How copies are taken')).toBe('cause')
    expect(topicOf('How to take copies')).not.toBe('cause')
    expect(topicOf('Future work: Rings that close')).toBe('afterwards')
    expect(topicOf('Prevention best practices')).toBe('afterwards')
    expect(told('## Mental model', '', ...model, '', '# Execution', '', '1. Stop the relay.')).toEqual([
      'Stop the relay.',
    ])
  })
})

describe('R2.1 "See more on rings" tells what they are', () => {
  it('R2.1 and neither it nor its text is a step', () => {
    const more = ['<details>', '<summary>See more on rings</summary>', '', '> A ring holds loads.', '', '</details>']
    const { steps, parts } = runbookOf('# T', '## Relays', '', ...more, '', '## Fix', '', '1. Drain the ring.')
    expect(steps.map(({ text }) => text)).toEqual(['Drain the ring.'])
    expect(parts.map(({ kind }) => kind)).toContain('meaning')
  })
})

describe('R3.6 lists that only tell', () => {
  it('R3.6 the facts that a line counts are no steps, though they have numbers', () => {
    const facts = [
      'The rest is hard to read, but the interesting facts are',
      '',
      '1. The name of the ring: b',
      '2. Its keys.',
    ]
    expect(told('## Diagnosis', '', ...facts, '', 'Drain the ring.')).toEqual(['Drain the ring.'])
  })

  it('R3.6 an address behind its name is a link', () => {
    const items = ['- Look at the boards', '  - Rings - <https://a.example>', '  - Late rings: <https://b.example>']
    expect(told('## Diagnosis', '', ...items, '- Drain the ring')).toEqual(['Look at the boards', 'Drain the ring'])
  })

  it('R3.6 what only says that it is a link is one', () => {
    const items = ['- Board link to the [query](https://a.example) of the alert', '- Drain the ring']
    expect(told('## Verification', '', ...items)).toEqual(['Drain the ring'])
  })

  it('R3.14 where something is discussed is nothing to do', () => {
    const text = [
      '1. Drain the ring.',
      '',
      'See [this](https://a.example) for a discussion of the sums.',
      '',
      '2. Open it.',
    ]
    expect(told('## Fix', '', ...text)).toEqual(['Drain the ring.', 'Open it.'])
  })
})

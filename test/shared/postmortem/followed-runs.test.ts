import { describe, expect, it } from 'vitest'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { at, fact, incidentOf } from './sample-log.ts'

const before =
  '# Loader stuck\n## Mitigation\n1. Look at the queue\n2. Restart the loader\n3. Check the table is filled\n'
const after = before
  .replace('1. Look', '1. Tell the channel\n2. Look')
  .replace('2. Restart', '3. Restart')
  .replace('3. Check', '4. Check')

const opened = (time: string, text: string, path = 'runbooks/follow.md', title = 'Loader stuck', more = {}) => {
  const sha256 = text === after ? 'b' : 'a'
  return fact(at(time), 'runbook.opened', { path, title, sha256: sha256.repeat(64), text, matchedBy: 'hand', ...more })
}
const keyOf = (text: string, words: string) => {
  const step = parseRunbook({ path: 'runbooks/follow.md', text }).steps.find((each) => each.text.startsWith(words))
  if (step === undefined) throw new Error(`no step ${words}`)
  return { step: step.id, text: step.text }
}
const done = (time: string, text: string, words: string) => fact(at(time), 'step.checked', keyOf(text, words))
const skipped = (time: string, text: string, words: string) =>
  fact(at(time), 'step.skipped', { ...keyOf(text, words), reason: 'board is down' })

function parts(facts: Parameters<typeof incidentOf>[0]) {
  const { sections } = composePostmortem(incidentOf(facts), { timezone: 'UTC' })
  const text = (id: string): string => sections.find((each) => each.id === id)?.text ?? ''
  return { response: text('response'), wentWrong: text('went-wrong') }
}

describe('P3.3 the steps of the runbooks that were followed', () => {
  it('P3.3 a step that was skipped, moved with the file and was done then is taken and not skipped', () => {
    const { response, wentWrong } = parts([
      opened('13:01', before),
      skipped('13:02', before, 'Look'),
      opened('13:03', after),
      done('13:04', after, 'Look'),
      skipped('13:05', after, 'Restart'),
    ])
    expect(response.match(/Look at the queue/g)).toHaveLength(1)
    expect(response).toMatch(
      /\*\*Steps taken\*\*\n\n- 13:04 UTC Look at the queue\n\n\*\*Steps skipped\*\*\n\n- 13:05 UTC Restart the loader/,
    )
    expect(wentWrong).toContain('One runbook step was skipped.')
    expect(response.match(/version/g)).toHaveLength(2)
  })

  it('P3.3 R6 a runbook whose file was renamed is told once, with what was done before and after', () => {
    const moved = opened('13:03', after, 'ops/follow.md', 'Loader stuck', { movedFrom: 'runbooks/follow.md' })
    const { response, wentWrong } = parts([
      opened('13:01', before),
      skipped('13:02', before, 'Look'),
      moved,
      done('13:04', after, 'Look'),
      skipped('13:05', after, 'Restart'),
    ])
    expect(response.match(/Look at the queue/g)).toHaveLength(1)
    expect(response.match(/\*\*Steps taken\*\*/g)).toHaveLength(1)
    expect(wentWrong).toContain('One runbook step was skipped.')
  })

  it('P3.3 a skipped step that ends with a full stop has one before its reason', () => {
    const text = before.replace('the queue', 'the queue.')
    const { response } = parts([opened('13:01', text), skipped('13:02', text, 'Look')])
    expect(response).toContain('Look at the queue. Reason: board is down')
  })

  it('P3.3 steps of a way that was not taken are told as that way, and did not go wrong', () => {
    const left = (time: string, words: string) =>
      fact(at(time), 'step.skipped', { ...keyOf(before, words), reason: 'chosen', way: 'Or: By hand' })
    const { response, wentWrong } = parts([
      opened('13:01', before),
      left('13:02', 'Look'),
      left('13:02', 'Restart'),
      done('13:04', before, 'Check'),
    ])
    expect(response).toContain('**Ways not taken**\n\n- By hand (2 steps)')
    expect(response).not.toContain('Steps skipped')
    expect(wentWrong).not.toContain('skipped')
  })

  it('P3.3 a step that was skipped and done later was not skipped, also in what went wrong', () => {
    const facts = [opened('13:01', before), skipped('13:02', before, 'Look'), done('13:04', before, 'Look')]
    expect(parts(facts).wentWrong).not.toContain('skipped')
  })

  it('P3.3 each runbook has its steps under its name; the one gone back to goes on', () => {
    const other = '# Disk full\n1. Look at the disk\n'
    const look = parseRunbook({ path: 'runbooks/disk.md', text: other }).steps[0]
    const { response } = parts([
      opened('13:01', before),
      done('13:02', before, 'Look'),
      opened('13:03', other, 'runbooks/disk.md', 'Disk full'),
      fact(at('13:04'), 'step.checked', { step: look?.id ?? '', text: 'Look at the disk' }),
      opened('13:05', before),
      skipped('13:06', before, 'Restart'),
    ])
    expect(response).toContain(
      [
        '**Steps taken: Loader stuck**\n',
        '- 13:02 UTC Look at the queue\n',
        '**Steps skipped: Loader stuck**\n',
        '- 13:06 UTC Restart the loader. Reason: board is down\n',
        '**Not done yet (1 of 3): Loader stuck**\n',
        '- Check the table is filled\n',
        '**Steps taken: Disk full**\n',
        '- 13:04 UTC Look at the disk',
      ].join('\n'),
    )
    expect(response.match(/\*\*Runbook:\*\*/g)).toHaveLength(2)
  })

  it('P3.3 runbooks with the same title are told apart by their paths', () => {
    const { response } = parts([
      opened('13:01', before),
      done('13:02', before, 'Look'),
      opened('13:03', before, 'runbooks/eu/follow.md'),
      done('13:04', before, 'Look'),
    ])
    expect(response).toContain('**Steps taken: Loader stuck, runbooks/follow.md**')
    expect(response).toContain('**Steps taken: Loader stuck, runbooks/eu/follow.md**')
  })
})

const nora = { by: { kind: 'person', id: 'eng-a' } } as const
const resolved = (time: string) => fact(at(time), 'incident.resolved', {})
const listed = (response: string, label: string): readonly string[] =>
  (response.split(`**${label}**\n\n`)[1] ?? '').split('\n\n')[0]?.split('\n') ?? []

describe('P3.3 what was left open', () => {
  it('P3.3 stands with what was to be verified first, and is counted in what went wrong', () => {
    const { response, wentWrong } = parts([opened('13:01', before), done('13:02', before, 'Look'), resolved('13:09')])
    expect(listed(response, 'Not done (2 of 3)')).toEqual(['- Check the table is filled', '- Restart the loader'])
    expect(wentWrong).toContain('2 runbook steps were not done; one of them was to verify something.')
  })

  it('P3.3 is open still while the incident is, and nothing has gone wrong by it', () => {
    const { response, wentWrong } = parts([opened('13:01', before), done('13:02', before, 'Look')])
    expect(response).toContain('**Not done yet (2 of 3)**')
    expect(wentWrong).not.toContain('not done')
  })

  it('P3.3 is nothing when all was done or skipped', () => {
    const { response, wentWrong } = parts([
      opened('13:01', before),
      ...['Look', 'Restart', 'Check'].map((words) => done('13:02', before, words)),
      resolved('13:09'),
    ])
    expect(response).not.toContain('Not done')
    expect(wentWrong).not.toContain('not done')
  })

  it('P3.3 a tick that was retracted or taken back counts as open', () => {
    const look = done('13:02', before, 'Look')
    const { response } = parts([
      opened('13:01', before),
      { ...look, id: 'look' },
      done('13:03', before, 'Restart'),
      fact(at('13:04'), 'step.unchecked', keyOf(before, 'Restart')),
      done('13:05', before, 'Check'),
      fact(at('13:06'), 'entry.amended', { of: 'look', retracted: true, reason: 'wrong incident' }),
      resolved('13:09'),
    ])
    expect(listed(response, 'Not done (2 of 3)')).toEqual(['- Look at the queue', '- Restart the loader'])
  })

  it('P3.3 a runbook that nobody touched is one line, and no fault of anybody', () => {
    const { response, wentWrong } = parts([opened('13:01', before), resolved('13:09')])
    expect(listed(response, 'Not done (3 of 3)')).toEqual(['- Nothing of the runbook was done.'])
    expect(wentWrong).not.toContain('not done')
  })

  it('P3.3 what was left with a runbook says so, and only the last one counts in what went wrong', () => {
    const other = '# Disk full\n1. Look at the disk\n'
    const { response, wentWrong } = parts([
      opened('13:01', before),
      done('13:02', before, 'Look'),
      opened('13:03', other, 'runbooks/disk.md', 'Disk full'),
      fact(at('13:04'), 'step.checked', {
        step: parseRunbook({ path: 'runbooks/disk.md', text: other }).steps[0]?.id ?? '',
        text: 'Look at the disk',
      }),
      resolved('13:09'),
    ])
    expect(listed(response, 'Not done when it was left for another runbook (2 of 3): Loader stuck')).toHaveLength(2)
    expect(wentWrong).not.toContain('not done')
  })

  it('P3.3 of a long list the first ones are named and the rest is counted', () => {
    const long = `# Long\n## Mitigation\n${Array.from({ length: 14 }, (_, place) => `${place + 1}. Restart worker ${place}\n`).join('')}`
    const { response } = parts([opened('13:01', long), done('13:02', long, 'Restart worker 0'), resolved('13:09')])
    const lines = listed(response, 'Not done (13 of 14)')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('- and 3 more steps')
  })

  it('P5 no secret of the runbook leaves with a step that was left open', () => {
    const text = before.replace('Restart the loader', 'Restart the loader with password=Tr0ub4dor-9x7')
    const { response } = parts([opened('13:01', text), done('13:02', text, 'Look'), resolved('13:09')])
    expect(response).toContain('Restart the loader with')
    expect(response).not.toContain('Tr0ub4dor')
  })
})

describe('P3.3 whose step it was, and in which scenario', () => {
  const scenarios = [
    '# Orders wait',
    '## Failure scenarios',
    '### Database refuses writes',
    '1. Ask which writes fail',
    '### Kafka consumer lags',
    '1. List partitions',
    '2. Verify that the lag goes down',
    '',
  ].join('\n')
  const runbook = parseRunbook({ path: 'runbooks/follow.md', text: scenarios })
  const chosen = (time: string, title: string) => {
    const scenario = runbook.scenarios.find((each) => each.title === title)
    return fact(at(time), 'scenario.chosen', { scenario: scenario?.id ?? '', title })
  }
  const doneIn = (time: string, words: string, options = {}) => {
    const step = runbook.scenarios.flatMap(({ steps }) => steps).find(({ text }) => text.startsWith(words))
    return fact(at(time), 'step.checked', { step: step?.id ?? '', text: step?.text ?? '' }, options)
  }

  it('P3.3 a step of a scenario that was left stands apart, and one of a scenario gone back to does not', () => {
    const { response } = parts([
      opened('13:01', scenarios),
      chosen('13:02', 'Kafka consumer lags'),
      doneIn('13:03', 'List'),
      chosen('13:04', 'Database refuses writes'),
      doneIn('13:05', 'Ask'),
      chosen('13:06', 'Kafka consumer lags'),
      resolved('13:09'),
    ])
    expect(listed(response, 'Steps taken')).toEqual(['- 13:03 UTC List partitions'])
    expect(listed(response, 'Steps taken in a scenario that was left, Database refuses writes')).toEqual([
      '- 13:05 UTC Ask which writes fail',
    ])
    expect(listed(response, 'Not done (1 of 2)')).toEqual(['- Verify that the lag goes down'])
  })

  it('P3.3 each line has its name once two people work, and none while one is alone', () => {
    const facts = [opened('13:01', before), done('13:02', before, 'Look')]
    expect(parts(facts).response).toContain('- 13:02 UTC Look at the queue')
    const both = parts([...facts, { ...skipped('13:03', before, 'Restart'), ...nora }]).response
    expect(both).toContain('- 13:02 UTC Engineer B: Look at the queue')
    expect(both).toContain('- 13:03 UTC Engineer A: Restart the loader. Reason: board is down')
  })
})

describe('P3.5 the people of an incident', () => {
  const peopleOf = (facts: Parameters<typeof incidentOf>[0]) =>
    composePostmortem(incidentOf(facts), { timezone: 'UTC' }).people.map(({ name, part }) => `${name}: ${part}`)

  it('P3.5 one with a part who does everything has only that part', () => {
    expect(peopleOf([opened('13:01', before), done('13:02', before, 'Look'), resolved('13:09')])).toEqual([
      'Engineer B: on call',
    ])
  })

  it('P3.5 who acted beside the one on call is named with what they did; who wrote it up later is not', () => {
    const facts = [
      fact(at('13:01'), 'incident.acknowledged', {}),
      opened('13:01', before),
      { ...done('13:02', before, 'Look'), ...nora },
      fact(at('13:03'), 'incident.mitigated', {}, nora),
      fact(at('13:04'), 'incident.resolved', {}, nora),
      fact(at('13:05'), 'note.added', { text: 'Seen it too' }, { by: { kind: 'person', id: 'data-lead' } }),
      fact(
        at('15:05'),
        'postmortem.edited',
        { section: 'summary', text: 'It was late.' },
        { by: { kind: 'person', id: 'eng-z' } },
      ),
    ]
    expect(peopleOf(facts)).toEqual([
      'Engineer B: on call, acknowledged',
      'Engineer A: followed the runbook, mitigated, resolved',
      'Data Lead: took part',
    ])
  })

  it('P3.5 one who acted alone and was not on call is named', () => {
    expect(peopleOf([{ ...fact(at('13:03'), 'incident.resolved', {}), ...nora }])).toEqual([
      'Engineer B: on call',
      'Engineer A: resolved',
    ])
  })
})

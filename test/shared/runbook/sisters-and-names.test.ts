import { describe, expect, it } from 'vitest'
import { runbookOf, stepTexts } from './read-sample.ts'

describe('R3.7 an item is what its sisters are', () => {
  it('R3.7 a number among orders is a step though its verb is misspelt', () => {
    expect(
      stepTexts(
        '# T',
        '## Steps',
        '1. Clone the ring.',
        '2. Naviagte to `rings/late` where you will see two files.',
        '3. Replace the file.',
        '4. The relay will then be quiet.',
        '5. Start the relay.',
      ),
    ).toEqual([
      'Clone the ring.',
      'Naviagte to rings/late where you will see two files.',
      'Replace the file.',
      'Start the relay.',
    ])
  })

  it.each([[['## Mitigation']], [[]]])(
    'R3.7 what says what to run is a step beside bullets that ask, below %o',
    (part) => {
      const texts = stepTexts(
        '# T',
        ...part,
        '* You can look further in the console of the ring.',
        '  * `Ring.where(id: 1)` to look up what the ring has received',
        '  * You can find mails with `Mail.where(ring: 1)`',
      )
      expect(texts[1]).toBe('Ring.where(id: 1) to look up what the ring has received')
      expect(texts).toHaveLength(3)
    },
  )
})

describe('R3.7 names in code above and below an order', () => {
  it('R3.7 a name above one order stands in front of its words', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '- `ring.ca`',
      '    - Deploy the new key after the old one.',
      '- `ring.agent`',
      '    - Deploy this last.',
      '- `ring.key`',
      '    - Deploy this last.',
    )
    expect(steps.map(({ text }) => text)).toEqual([
      'ring.ca: Deploy the new key after the old one.',
      'ring.agent: Deploy this last.',
      'ring.key: Deploy this last.',
    ])
    expect(steps.map(({ before }) => before)).toEqual(['', '', ''])
  })

  it('R3.7 a name above two orders, or above a command, is a step above them', () => {
    const below = ['    - Deploy this last.', '    - Drain the ring.']
    expect(stepTexts('# T', '## Mitigation', '- `ring.ca`', ...below)).not.toContain('ring.ca: Deploy this last.')
  })

  it('R3.6 names below a whole sentence are read beside it, however many', () => {
    const names = ['smallest', 'hasLetters', 'hasDigits', 'hasSpecialSigns', 'isNoOlderThanTheRing']
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Renew all words as the rules of the ring want.',
      ...names.map((name) => `    - \`ring.words.rules.of.the.relay.${name}\``),
      '2. Renew all keys.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Renew all words as the rules of the ring want.', 'Renew all keys.'])
    expect(steps[0]?.before).toContain('hasSpecialSigns')
  })
})

describe('R3.12 a call-out between an order to run this and its code', () => {
  const read = (box: string) =>
    runbookOf(
      '# T',
      '## Enable the debug mode of the rings',
      'The relay has it off.',
      '',
      'Run this from the relay, to find the rings and change all but the one above.',
      '',
      box,
      '',
      '```',
      "ringctl find -i 'roles:b' | sort > rings.txt",
      '',
      'scripts/ring-change.sh rings.txt',
      '```',
    ).steps

  it('R3.12 does not cut their tie, and is read before the command', () => {
    const [step, ...more] = read('**Warning:** `mode` must already be set for new rings, else it will not work.')
    expect(more).toEqual([])
    expect(step?.text).toContain('Run this from the relay')
    expect(step?.commands).toHaveLength(1)
    expect(step?.before).toContain('must already be set for new rings')
  })

  it('R3.12 a call-out that forbids keeps the code from it', () => {
    const commands = read('**Warning:** never run the following.').flatMap((step) => step.commands)
    expect(commands.filter(({ text }) => text.includes('ring-change'))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const below = (...lines: string[]) =>
  runbookOf('# T', '## Names', ...lines, '', '## Troubleshooting', '1. Look at the log.').steps.map(({ text }) => text)

describe('R3.6 terms with their meaning', () => {
  it.each([
    [
      '- Topic lag: What the readers are behind.',
      '- Flush size: What one of them holds.',
      '- Hot ring: The newest one.',
    ],
    ['- _Ring_ - What the loads stand in.', '- _Publish_ - Readers that send loads to the ring.'],
    ['- Topic - The name of a load. Readers publish, subscribe, or do both to it.'],
    [
      '- size: `SIZE`, The reader counts loads.',
      '- memory: `MEM`, The reader counts loads, rings, and swap used by both.',
    ],
    [
      '- Ring: The ring is closed.',
      '- Open: It can be read. To be able to open it, you have to close it first. See the book of rings.',
    ],
  ])('R3.6 are none to do: %s', (...lines) => {
    expect(below(...lines)).toEqual(['Look at the log.'])
  })

  it.each([
    ['- Late: drain the ring.', '- Torn: open the ring.'],
    ['- Late: The ring is closed. Drain the ring.', '- Torn: The ring is open.'],
    ['- Late: The ring is small. To mend it, you can add one.', '- Torn: The ring is open.'],
    ['- Check the ring: The ring is closed.', '- Drain it: The ring is open.'],
  ])('R3.6 with an order in front or behind they are: %s', (...lines) => {
    expect(below(...lines).length).toBeGreaterThan(1)
  })

  it('R3.6 below what announces checks each is one', () => {
    expect(below('Check the following:', '- Ring - its readers publish, subscribe, or do both to it.')).not.toEqual([
      'Look at the log.',
    ])
  })

  it('R3.6 what is to be noted is read beside its step', () => {
    const items = ['- Early look - To skip it, you can disable the check.', '- First relay - The ring needs one.']
    const { steps } = runbookOf('# T', '## Fix', 'Grow the ring. Note the following considerations:', '', ...items)
    expect(steps).toHaveLength(1)
    expect(steps[0]?.before).toContain('First relay')
  })
})

describe('R2.1 what only explains', () => {
  it.each(['More about rings', 'Basic concepts', 'Ring basic concepts and more', 'What is a ring'])(
    'R2.1 a box "%s" holds no steps beside a procedure',
    (title) => {
      const box = [
        '<details>',
        `<summary>${title}</summary>`,
        '',
        'You should check each ring.',
        '',
        '1. Drain it.',
        '',
      ]
      const { steps } = runbookOf('# T', '', ...box, '</details>', '', '## Troubleshooting', '1. Look at the log.')
      expect(steps.map(({ text }) => text)).toEqual(['Look at the log.'])
    },
  )
})

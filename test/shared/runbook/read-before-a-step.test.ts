import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const around = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text, before, after }) => [text, before + after])

describe('R3 what is read before a step', () => {
  it.each([
    ['in a quote', ['> [!CAUTION]', '> It loses data.'], '**Caution:**\n> It loses data.'],
    ['in words', ['**Warning:** it loses data.'], '**Warning:** it loses data.'],
    ['in a container', [':::{danger}', 'It loses data.', ':::'], '**Danger:**\nIt loses data.'],
  ])('R3 a warning %s straight above a step is read there, and not at the step before', (_, warning, read) => {
    expect(around('1. Stop the ring.', '', ...warning, '', '2. Delete the ring.')).toEqual([
      ['Stop the ring.', ''],
      ['Delete the ring.', read],
    ])
    expect(around('1. Delete the ring.', '', ...warning)).toEqual([['Delete the ring.', read]])
  })

  it('R3.14 a diagnosis that only tells is read beside the first step of the remedy behind it', () => {
    const { steps } = runbookOf(
      ...['# T', '## Meaning', 'A ring is late.', '## Diagnosis', 'The alert names the ring.'],
      ...['## Mitigation', '1. Drain it.', '2. Fill it.'],
    )
    expect(steps.map(({ text, before }) => [text, before])).toEqual([
      ['Drain it.', '**Diagnosis**\n\nThe alert names the ring.'],
      ['Fill it.', ''],
    ])
  })

  it('R3 a line that leads to steps is read above the first of them, a note below the step before', () => {
    const lines = [
      '- Stop the ring.',
      '- Start the ring.',
      '',
      'It takes an hour.',
      '',
      'To remove a ring:',
      '',
      '1. Drain it.',
      '2. Delete it.',
    ]
    expect(around(...lines)).toEqual([
      ['Stop the ring.', ''],
      ['Start the ring.', 'It takes an hour.'],
      ['Drain it.', 'To remove a ring:'],
      ['Delete it.', ''],
    ])
  })

  it('R3 a line that leads to steps is read above the first of them, also when no step stands above it', () => {
    expect(around('After the merge:', '', '1. Drain it.', '2. Delete it.')).toEqual([
      ['Drain it.', 'After the merge:'],
      ['Delete it.', ''],
    ])
  })

  it.each(['File: `ring.yml`', '**2a.** The ring and its `packer.yml`', 'Another example, for old rings only.'])(
    'R3 "%s" is read with the step that follows',
    (line) => {
      const steps = around('1. Stop the ring.', '', line, '', '2. Delete the ring.')
      expect(steps).toEqual([
        ['Stop the ring.', ''],
        ['Delete the ring.', line],
      ])
    },
  )

  it('R3 a line above what a command prints is read with that command', () => {
    const lines = ['1. Run `ringctl list`.', '', 'You should see:', '', '```', 'ring-a ok', '```', '', '2. Delete it.']
    expect(around(...lines)[1]).toEqual(['Delete it.', ''])
  })

  it('R3 what stands above a paragraph of several steps is read before the first', () => {
    const long =
      'This takes about as long as it took the last time, which was not long at all but still too long for most of the readers'
    const steps = around('> **Warning:** it loses data.', '', `Drain the ring. ${long}. ${long}. Delete the ring.`)
    expect(steps.map(([, read]) => read?.includes('loses data'))).toEqual([true, false])
  })

  it('R3.14 in a section that begins with a quote each one is read with what follows it, though that is a lone item', () => {
    const lines = [
      '> "The ring is gone"',
      '',
      '- Load the ring',
      '',
      '> "The relay was not seen"',
      '',
      '- Start it anew',
    ]
    expect(around(...lines)).toEqual([
      ['Load the ring', '> "The ring is gone"'],
      ['Start it anew', '> "The relay was not seen"'],
    ])
    expect(around('- Load the ring', '', '> It takes long.', '', '- Start it anew')[0]?.[1]).toBe('> It takes long.')
  })

  it('R3.14 what a tab begins with is read with its own first step, and not at the end of the tab before', () => {
    const tab = (name: string, ...lines: string[]) => [`::::{tab-item} ${name}`, ...lines, '::::', '']
    const lines = [
      ':::::{tab-set}',
      ...tab('Hosted', '1. Open the board.', '2. Load the ring.'),
      ...tab('By hand', 'The ring is on the disk of the relay.', '', '1. Copy the ring.'),
      ':::::',
    ]
    expect(around(...lines).slice(-2)).toEqual([
      ['Load the ring.', ''],
      ['Or: By hand: Copy the ring.', 'The ring is on the disk of the relay.'],
    ])
  })

  it('R3.14 the label of some items is read with the first of them, with what stands between, and not with the items before', () => {
    const lines = [
      '1. Merge it.',
      '',
      '**Scripts**:',
      '',
      '- ***ring-relay***:',
      '  - you will need to load the ring.',
      '  - start the relay.',
      '- ***ring-packer***:',
      '  - it reads the ring by itself.',
      '  - you will need to copy the ring.',
      '- ***ring-board***:',
      '  - it is told by the others.',
    ]
    expect(around(...lines)).toEqual([
      ['Merge it.', ''],
      ['you will need to load the ring.', '**Scripts**:\n\n- ***ring-relay***:'],
      ['start the relay.', ''],
      ['you will need to copy the ring.', expect.stringMatching(/ring-packer.*by itself.*ring-board.*told by/s)],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) => outlineOf(runbookOf('# T', ...lines).steps)

const WAY = (heading: string, ...steps: string[]) => [
  heading,
  '',
  ...steps.map((step, index) => `${index + 1}. ${step}`),
  '',
]

describe('R3 alternatives', () => {
  it('R3 what is done by hand leaves a choice only where the same is done in another manner', () => {
    const two = (one: string, other: string) =>
      outline('## Mitigation', ...WAY(`### ${one}`, 'Stop it', 'Run it'), ...WAY(`### ${other}`, 'Stop all', 'Run all'))
    expect(two('Manually run the saving job', 'Automatically run the saving job')).toContain(
      'Either: Manually run the saving job',
    )
    expect(two('Manually run the saving job', 'Manually run the loading job').join('\n')).not.toContain('Either')
  })

  it('R3 the steps of counted options stand each below their option', () => {
    const read = outline(
      '## Mitigation',
      ...WAY('### Option 1: Drain', 'Stop the writers', 'Drain the ring'),
      ...WAY('### Option 2: Swap', 'Add a relay', 'Remove the old one'),
    )
    expect(read).toEqual([
      'Option 1: Drain',
      '  Stop the writers',
      '  Drain the ring',
      'Option 2: Swap',
      '  Add a relay',
      '  Remove the old one',
    ])
  })

  it('R3 a single step of an option has its name in front', () => {
    const read = outline(
      '## Mitigation',
      ...WAY('### Method A', 'Drain the ring'),
      ...WAY('### Method B', 'Swap the relay'),
    )
    expect(read).toEqual(['Method A: Drain the ring', 'Method B: Swap the relay'])
  })

  it('R3 the same thing by two means is either one or the other', () => {
    const read = outline(
      '## Diagnosis',
      ...WAY('### Check the ring using the console', 'Open the console', 'Look at the ring'),
      ...WAY('### Check the ring using the CLI', 'Run the ring check'),
    )
    expect(read).toEqual([
      'Either: Check the ring using the console',
      '  Open the console',
      '  Look at the ring',
      'Or: Check the ring using the CLI: Run the ring check',
    ])
  })

  it('R3 different things by different means follow each other', () => {
    const read = outline(
      '## Mitigation',
      ...WAY('### Connect with relayctl', 'Open a session'),
      ...WAY('### Repair with ringctl', 'Run the repair'),
    )
    expect(read).toEqual(['Open a session', 'Run the repair'])
  })

  it('R3 headings below a line that counts ways are ways', () => {
    const read = outline(
      '## Mitigation',
      'There are a variety of ways to do this.',
      '',
      ...WAY('### Ring store', 'Drain the ring'),
      ...WAY('### Relay', 'Swap the relay'),
    )
    expect(read).toEqual(['Either: Ring store: Drain the ring', 'Or: Relay: Swap the relay'])
  })

  it.each([
    ['### For clusters before 4.13', '### For clusters with 4.13+'],
    ['### Before 2.4', '### 2.4 and later'],
    ['### Linux', '### Windows'],
    ['**On Docker Compose**', '**On Kubernetes**'],
    ['### For the loader', '### For the relay'],
    ['### Variante A', '### Variante B'],
    ['### Opción 1', '### Opción 2'],
  ])('R3 cases keep their heading: %s', (first, second) => {
    const read = outline('## Mitigation', ...WAY(first, 'Drain the ring'), ...WAY(second, 'Swap the relay'))
    const [one, other] = [first, second].map((heading) => heading.replace(/^[#* ]+|\*+$/g, ''))
    expect(read).toEqual([`${one}: Drain the ring`, `${other}: Swap the relay`])
  })

  it('R3 a case alone keeps its condition', () => {
    const read = outline(
      '## Mitigation',
      ...WAY('### If the relay was rebooted', 'Drain the ring', 'Swap the relay'),
      ...WAY('### Afterwards', 'Tell the owner'),
    )
    expect(read[0]).toBe('If the relay was rebooted')
    expect(read.slice(1, 3)).toEqual(['  Drain the ring', '  Swap the relay'])
  })

  it.each([
    ['There are several solutions in use. This text tells of the ring.', '### Ring store', '### Relay'],
    ['There are several ways to get there.', '### Step 1: Look', '### Step 2: Act'],
  ])('R3 headings that are not offered as ways follow each other: %s', (above, first, second) => {
    const read = outline('## Mitigation', above, '', ...WAY(first, 'Drain the ring'), ...WAY(second, 'Swap the relay'))
    expect(read).toEqual(['Drain the ring', 'Swap the relay'])
  })

  it('R3 an alternative without steps is no step', () => {
    expect(
      outline('## Mitigation', '### Option 1', 'It was never built.', '', ...WAY('### Option 2', 'Swap the relay')),
    ).toEqual(['Option 2: Swap the relay'])
  })

  it('R3.9 what is done on one system or on another is not done in turn', () => {
    const way = (system: string) => WAY(`### Watch the ${system} list on ${system}`, 'Open it', 'Read the list')
    expect(outline('## Diagnosis', ...way('Linux'), ...way('FreeBSD'))).toContain('  Open it')
    const turn = outline(
      '## Diagnosis',
      ...WAY('### Stop it on Linux', 'Stop'),
      ...WAY('### Start it on Linux', 'Start'),
    )
    expect(turn).toEqual(['Stop', 'Start'])
  })
})

describe('R3.9 a list of ways', () => {
  it.each([
    'Options here are:',
    'Your options are:',
    'There are two ways to fill it:',
    'Use one of the following options:',
  ])('R3.9 below "%s" no item looks as if it followed another', (lead) => {
    for (const mark of ['1.', '-']) {
      const read = outline('## Mitigation', lead, '', `${mark} Fill it from the relay.`, `${mark} Restore a copy.`)
      expect(read.map((line) => line.trim())).toEqual(
        expect.arrayContaining(['Either: Fill it from the relay.', 'Or: Restore a copy.']),
      )
    }
  })

  it('R3.9 what stands below an item is of its way', () => {
    const items = ['1. Fill it from the relay:', '   - Open the relay.', '   - Close it.', '2. Restore a copy.']
    expect(outline('## Mitigation', 'There are two ways to fill it:', '', ...items)).toEqual([
      'Either: Fill it from the relay',
      '  Open the relay.',
      '  Close it.',
      'Or: Restore a copy.',
    ])
  })

  it.each(['Try these options in this order:', 'Restart it in several ways until it answers:', 'Do the following:'])(
    'R3.9 but not below "%s"',
    (lead) => {
      expect(outline('## Mitigation', lead, '', '1. Restart it.', '2. Drain it.').join('\n')).not.toContain('Either')
    },
  )
})

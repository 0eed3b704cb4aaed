import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text, commands }) =>
    [text, ...commands.map((one) => one.text)].join(' $ '),
  )

const FOUR = '````'

describe('R4 what site builders put into a text', () => {
  it.each([
    ['a shortcode', '1. [Install the ring]({{< relref "/ring/install" >}}) on each host.'],
    ['a tag', '1. [Install the ring]({% link {{ page.version }}/install.md %}) on each host.'],
    ['a template', '1. [Install the ring](<%= path_to "install" %>#linux) on each host.'],
  ])('R4 a link whose target is %s is its words', (_, line) => {
    const { steps, links } = runbookOf('# T', '## Mitigation', line)
    expect(steps.map(({ text }) => text)).toEqual(['Install the ring on each host.'])
    expect(links.map(({ text }) => text)).toEqual(['Install the ring'])
  })

  it('R4 marks around a note are no words, and code keeps its tags', () => {
    const steps = stepsOf(
      '1. Drain the ring. {{site.data.alerts.callout_danger}}Never twice.{{site.data.alerts.end}}',
      '2. Run `relayctl render "{% if x %}" --all`.',
    )
    expect(steps[0]).toBe('Drain the ring. Never twice.')
    expect(steps[1]).toContain('{% if x %}')
  })

  it('R4 R8 a comment of MDX, and one in code that speaks to the linter, are no words and no command', () => {
    expect(stepsOf('1. Drain the ring {/* ask Ana */}', '', '{/* nightdesk-disable-next-line secret */}')).toEqual([
      'Drain the ring',
    ])
    const code = ['```bash', '# nightdesk-disable-next-line secret', 'relayctl open ring-a', '```']
    expect(stepsOf('1. Open it:', '', ...code)).toEqual(
      stepsOf('1. Open it:', '', ...code.filter((line) => !line.startsWith('#'))),
    )
  })

  it('R4 modules that a page of components reads in are no text', () => {
    const lines = ["import Note from '../note.mdx'", 'import { A, B } from "@site/x";', 'export const size = 3', '']
    expect(stepsOf(...lines, '1. Drain the ring')).toEqual(['Drain the ring'])
    expect(stepsOf('1. Set it:', '', '   ```sh', '   export RING=7', '   ```')).toEqual(['Set it $ export RING=7'])
  })

  it('R4 the content of components is set in, and is no code for that', () => {
    const steps = stepsOf(
      '<Steps>',
      '  <Step title="Drain the ring">',
      '    Wait for the writers.',
      '',
      '    ```sh',
      '    relayctl drain ring-b',
      '      --all',
      '    ```',
      '  </Step>',
      '  <Step title="Start it again">',
      '    ```sh',
      '    relayctl start ring-b',
      '    ```',
      '  </Step>',
      '</Steps>',
    )
    expect(steps).toEqual(['Drain the ring $ relayctl drain ring-b\n  --all', 'Start it again $ relayctl start ring-b'])
  })

  it('R4 a call-out needs no space behind its mark', () => {
    const { steps } = runbookOf(
      '# Relay',
      '## Mitigation',
      '!!!important',
      '    Before you shrink the ring you should:',
      '',
      '    1. Ask its owner.',
      '    2. Look at the trend.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Ask its owner.', 'Look at the trend.'])
  })

  it('R4 a call-out that is written as a fence is a quote and no code', () => {
    const steps = stepsOf(
      '1. Drain the ring',
      '',
      '```{warning}',
      'Recall the writers.',
      '```',
      '',
      '```sh',
      'relayctl drain',
      '```',
    )
    expect(steps).toEqual(['Drain the ring $ relayctl drain'])
  })

  it('R4 code between two back quotes on lines of their own is a block', () => {
    const steps = stepsOf(
      'Check the ring with these commands:',
      '',
      '``',
      'relayctl status -a',
      'relayctl lag -a',
      '``',
    )
    expect(steps).toEqual(['Check the ring with these commands $ relayctl status -a\nrelayctl lag -a'])
  })

  it('R4 a name for the heading below it is no text', () => {
    expect(runbookOf('(drain-a-ring)=', '# Drain a ring', '', '1. Stop it.').steps.map(({ text }) => text)).toEqual([
      'Stop it.',
    ])
  })

  it('R4 nor is one between dollars, which also links can point at, above a bold line that is a heading', () => {
    const label = ['$$$drain-a-ring$$$', '**Drain a ring**', '', 'To drain it, stop its relay.']
    const { steps, anchors } = runbookOf('# T', '## Fix', '**Look**', '', 'Check the lag.', '', ...label)
    expect(steps.map(({ section, before }) => [section, before])).toEqual([
      ['Look', ''],
      ['Drain a ring', ''],
    ])
    expect(anchors).toContain('drain-a-ring')
  })

  it('R4 a heading without the space that CommonMark asks for is one', () => {
    const { title, steps } = runbookOf(
      '#Moving a ring',
      '',
      '##1. Drain it',
      'Stop the relay.',
      '',
      '##2. Start it',
      'Start the relay.',
    )
    expect([title, ...steps.map(({ text, section }) => `${section}: ${text}`)]).toEqual([
      'Moving a ring',
      '1. Drain it: Drain it',
      '2. Start it: Start it',
    ])
    const { parts } = runbookOf('# T', '## Diagnosis', '', '#1234 is the ring of Monday', '', '1. Stop it.')
    expect(parts.map(({ heading }) => heading)).not.toContain('1234 is the ring of Monday')
    expect(parts.some(({ markdown }) => markdown.includes('#1234 is'))).toBe(true)
  })

  it('R4 code that is set in less than its item belongs to it, and what follows is not swallowed', () => {
    const steps = stepsOf(
      ...['1. Fetch it.', '   ```bash', '  relayctl pull', '   ```', '2. Stop the ring.', ''],
      ...['3. Start it:', '', '    ```sh', 'relayctl start', '    ```', '4. Look at it.'],
    )
    expect(steps).toEqual(['Fetch it. $ relayctl pull', 'Stop the ring.', 'Start it $ relayctl start', 'Look at it.'])
  })

  it('R4 tabs that are written as fences are ways', () => {
    const tab = (label: string, ...lines: string[]) => [`${FOUR}{tab-item} ${label}`, ...lines, FOUR]
    const steps = runbookOf(
      ...['# T', '## Mitigation', 'Open the ring in one of these ways.', '', '`````{tab-set}'],
      ...tab('By hand', 'Open its board.'),
      ...tab('By tool', 'You could run:', '', '```', 'relayctl open', '```'),
      ...['`````', '', 'Look at it.'],
    ).steps
    expect(steps.map(({ text, commands }) => [text, ...commands.map((one) => one.text)])).toEqual([
      ['Open the ring in one of these ways.'],
      ['Either: By hand: Open its board.'],
      ['Or: By tool: You could run', 'relayctl open'],
      ['Look at it.'],
    ])
  })
})

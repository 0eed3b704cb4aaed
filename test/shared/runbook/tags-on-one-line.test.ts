import { describe, expect, it } from 'vitest'
import { boxesAsQuotes } from '../../../shared/runbook/text/boxes-as-quotes.ts'
import { runbookOf } from './read-sample.ts'

const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines)
const toldOf = (...lines: string[]) =>
  read(...lines)
    .steps.map(({ text, before, after }) => [before, text, after].join('\n'))
    .join('\n')
const shown = (...lines: string[]) =>
  boxesAsQuotes(lines.join('\n'))
    .split('\n')
    .map((line) => line.trimEnd())

describe('R3.2 a tag that stands on one line with its words', () => {
  it('R3.2 a step of one line is its title and its words', () => {
    const steps = [
      '<Steps>',
      '<Step title="Open">Turn the key.</Step>',
      '<Step title="Close">Run `ringctl close`.</Step>',
      '</Steps>',
    ]
    expect(read(...steps).steps.map(({ text, commands }) => [text, ...commands.map((each) => each.text)])).toEqual([
      ['Open: Turn the key.'],
      ['Close: Run ringctl close.', 'ringctl close'],
    ])
    expect(shown(...steps)).toEqual(['', '**Open** Turn the key.', '**Close** Run `ringctl close`.', ''])
  })

  it.each([
    ['<TabItem>', (label: string, text: string) => `<TabItem value="x" label="${label}">${text}</TabItem>`],
    ['{{< tab >}}', (label: string, text: string) => `{{< tab "${label}" >}}${text}{{< /tab >}}`],
    ['{% tab %}', (label: string, text: string) => `{% tab title="${label}" %} ${text} {% endtab %}`],
  ])('R3.2 tabs of one line are ways: %s', (_, tab) => {
    const lines = [tab('Linux', 'Open the lid.'), tab('Mac', 'Run `ringctl lid`.')]
    const { steps } = read(...lines)
    expect(steps.map(({ text }) => text)).toEqual(['Either: Linux: Open the lid.', 'Or: Mac: Run ringctl lid.'])
    expect(shown(...lines)).toEqual(['**Linux** Open the lid.', '**Mac** Run `ringctl lid`.'])
  })

  it('R3.2 what stands behind such a tab is none of it', () => {
    const lines = ['<Tab title="A">Open it.</Tab>', '<Tab title="B">Shut it.</Tab>', '', 'Restart the ring.']
    expect(read(...lines).steps.at(-1)?.text).toBe('Restart the ring.')
  })

  it.each([
    ['<Warning title="Mind it">Both keys are old.</Warning>', '> **Warning: Mind it** Both keys are old.'],
    ['{{< notice warning >}}Both keys are old.{{< /notice >}}', '> **Warning:** Both keys are old.'],
    ['<Accordion title="Mind it">Both keys are old.</Accordion>', '**Mind it** Both keys are old.'],
  ])('R3.2 no word of a box of one line is lost: %s', (line, box) => {
    expect(shown(line)).toEqual([box])
    const told = toldOf('1. Open the ring', '', line, '', '2. Close it')
    expect(told).toContain('Both keys are old.')
    if (line.includes('Mind it')) expect(told).toContain('Mind it')
  })

  it('R3.3 a box of one line that forbids is only read', () => {
    const { steps } = read(
      '1. Open the ring',
      '',
      '{{< notice danger "Never run this" >}}`ringctl purge`{{< /notice >}}',
    )
    expect(steps.flatMap(({ commands }) => commands)).toEqual([])
  })

  it('R3.2 the title of any component is shown', () => {
    const lines = ['1. Open the ring', '', '<Accordion title="Old rings">', '', 'They turn.', '', '</Accordion>']
    expect(shown(...lines)).toContain('**Old rings**')
    expect(toldOf(...lines)).toContain('**Old rings**')
  })
})

describe('R3.2 the kind and the title of a shortcode', () => {
  it.each([
    '{{% notice warning "Mind the ring" %}}',
    '{{< hint warning "Mind the ring" >}}',
    '{{< admonition warning "Mind the ring" true >}}',
    '{{< admonition type=warning title="Mind the ring" >}}',
    '{{< callout context="warning" title="Mind the ring" icon="x" >}}',
  ])('R3.2 are told: %s', (open) => {
    const end = open.replace(/(\w+) .*(.\}\})$/, '/$1 $2')
    const lines = ['1. Open the ring', '', open, 'It turns.', end, '', '2. Close it']
    expect(shown(open, 'It turns.', end)).toEqual(['> **Warning: Mind the ring**', '> It turns.', ''])
    expect(toldOf(...lines)).toContain('**Warning:** Mind the ring')
  })

  it('R3.2 a box with nothing but a title is told too', () => {
    expect(shown('{{< expand "More rings" >}}', 'They turn.', '{{< /expand >}}')[0]).toBe('> **More rings**')
  })
})

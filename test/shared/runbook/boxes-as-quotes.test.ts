import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesAsQuotes } from '../../../shared/runbook/text/boxes-as-quotes.ts'

/** Without the two blanks that break the line behind a title. */
const shown = (...lines: readonly string[]) => boxesAsQuotes(lines.join('\n')).replace(/ {2}$/gm, '').split('\n')

describe('R1 boxes of site builders, as any Markdown shows them', () => {
  it('shows a box of MkDocs as a quote below its title, with its code as code', () => {
    expect(
      shown(
        '!!! danger "Never twice"',
        '    It empties the ring.',
        '',
        '    ```sh',
        '    ringctl empty',
        '    ```',
        '',
        'Then wait.',
      ),
    ).toEqual([
      '> **Danger: Never twice**',
      '> It empties the ring.',
      '>',
      '> ```sh',
      '> ringctl empty',
      '> ```',
      '',
      'Then wait.',
    ])
  })

  it('begins the text below a title on a line of its own', () => {
    expect(boxesAsQuotes('!!! danger "Never twice"\n    It empties the ring.')).toBe(
      '> **Danger: Never twice**  \n> It empties the ring.',
    )
  })

  it('leaves a box in the item that it stands in', () => {
    expect(shown('1. Open the gate.', '', '    !!! note', '        Both keys are needed.', '', '2. Close it.')).toEqual(
      ['1. Open the gate.', '', '    > **Note:**', '    > Both keys are needed.', '', '2. Close it.'],
    )
  })

  it.each([
    [
      ['???+ tip "Later"', '    Sleep.'],
      ['> **Tip: Later**', '> Sleep.'],
    ],
    [
      ['!!! abstract', '    In short.'],
      ['> **Abstract:**', '> In short.'],
    ],
    [
      [':::warning Mind the ring', 'It turns.', ':::'],
      ['> **Warning: Mind the ring**', '> It turns.', ''],
    ],
    [
      ['```{note}', ':class: wide', 'It turns.', '```'],
      ['> **Note:**', '>', '> It turns.', ''],
    ],
    [
      ['{{< hint danger >}}', 'It turns.', '{{< /hint >}}'],
      ['> **Danger:**', '> It turns.', ''],
    ],
    [
      ['{% hint style="info" %}', 'It turns.', '{% endhint %}'],
      ['> **Info:**', '> It turns.', ''],
    ],
    [
      ['<Callout type="warning">', 'It turns.', '</Callout>'],
      ['> **Warning:**', '> It turns.', ''],
    ],
  ])('reads %j', (lines, expected) => {
    expect(shown(...lines)).toEqual(expected)
  })

  it('shows a tab as its label, and its code as code', () => {
    expect(
      shown('=== "Linux"', '', '    ```sh', '    ringctl up', '    ```', '', '=== "Mac"', '', '    Press the button.'),
    ).toEqual(['**Linux**', '', '```sh', 'ringctl up', '```', '', '**Mac**', '', 'Press the button.'])
    expect(shown('<Tabs>', '<TabItem value="a" label="Linux">', '', 'up', '', '</TabItem>', '</Tabs>')).toEqual([
      '',
      '**Linux**',
      '',
      'up',
      '',
      '',
      '',
    ])
  })

  it('shows boxes within boxes', () => {
    expect(shown('::::note', 'One.', ':::danger', 'Two.', ':::', '::::')).toEqual([
      '> **Note:**',
      '> One.',
      '> > **Danger:**',
      '> > Two.',
      '',
      '',
    ])
  })

  it('leaves code, and marks that nothing ends, as they are written', () => {
    const code = ['```md', '!!! note', '    inside', ':::tip', ':::', '```']
    expect(shown(...code)).toEqual(code)
    const open = [':::note', 'Nothing ends it.']
    expect(shown(...open)).toEqual(open)
  })

  it('keeps each line in its place, whatever stands there', () => {
    const piece = fc.constantFrom(
      '!!! note',
      '    set in',
      ':::tip',
      ':::',
      '```',
      '=== "Tab"',
      '{{< hint >}}',
      '{{< /hint >}}',
      '<Tabs>',
      '- item',
      '',
      'words',
      '    !!! danger "x"',
      '```{note}',
      '```{code-block} sh',
      ':linenos:',
      '<Step title="x">y</Step>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
        expect(shown(...lines)).toHaveLength(Math.max(1, lines.length))
      }),
    )
  })

  it('shows no mark that only a site builder reads, and leaves such marks in code', () => {
    expect(
      shown(
        '(late-data)=',
        '# Late',
        '{% code title="open.sh" %}',
        '```sh',
        '(x)=',
        '```',
        '{% endcode %}',
        'See [late]({{< ref "late.md#now" >}}) and `[a]({{< ref "b" >}})`.',
      ),
    ).toEqual([
      '',
      '# Late',
      '**open.sh**',
      '```sh',
      '(x)=',
      '```',
      '',
      'See [late](late.md#now) and `[a]({{< ref "b" >}})`.',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { groupHeadings } from '../../../shared/runbook/steps/step-groups.ts'
import { NO_INLINE } from '../../../shared/runbook/text/read-inline.ts'
import { markLine } from '../../../shared/runbook/text/tab-marks.ts'
import { withTabs } from '../../../shared/runbook/text/tabs.ts'
import { outlineOf } from './outline.ts'
import { codeOfItem, runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) =>
  outlineOf(runbookOf('# T', '## Mitigation', ...lines).steps, ({ text, commands }) =>
    [text, ...commands.map((one) => one.text)].join(' $ '),
  )

const AS_TABS = [
  'Either: Docker',
  '  Stop the writers',
  '  Drain the ring $ docker restart ring',
  'Or: Helm: Swap the relay',
  'Tell the owner.',
]
const DOCKER = ['1. Stop the writers', '2. Drain the ring', '', '   ```sh', '   docker restart ring', '   ```', '']
const HELM = ['1. Swap the relay', '']
const moved = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `    ${line}`))

describe('R3 tabs', () => {
  it.each([
    ['indented', ['=== "Docker"', '', ...moved(DOCKER), '=== "Helm"', '', ...moved(HELM), 'Tell the owner.']],
    [
      'shortcodes of one builder',
      [
        '{{< tabs >}}',
        '{{< tab name="Docker" >}}',
        ...DOCKER,
        '{{< /tab >}}',
        '{{< tab "Helm" >}}',
        ...HELM,
        '{{< /tab >}}',
        '{{< /tabs >}}',
        'Tell the owner.',
      ],
    ],
    [
      'shortcodes of another',
      [
        '{% tabs %}',
        '{% tab title="Docker" %}',
        ...DOCKER,
        '{% endtab %}',
        '{% tab title="Helm" %}',
        ...HELM,
        '{% endtab %}',
        '{% endtabs %}',
        'Tell the owner.',
      ],
    ],
    [
      'tags',
      [
        '<Tabs groupId="a">',
        '<TabItem value="docker" label="Docker" default>',
        '',
        ...DOCKER,
        '</TabItem>',
        '<TabItem value="helm" label="Helm">',
        '',
        ...HELM,
        '</TabItem>',
        '</Tabs>',
        '',
        'Tell the owner.',
      ],
    ],
    [
      'containers',
      [
        '::::{tab-set}',
        ':::{tab-item} Docker',
        ':sync: docker',
        '',
        ...DOCKER,
        ':::',
        ':::{tab-item} Helm',
        ...HELM,
        ':::',
        '::::',
        'Tell the owner.',
      ],
    ],
    [
      'summaries with a label, on lines of their own',
      [
        '<div tabs name="ring">',
        '  <details>',
        '  <summary label="docker">',
        '  Docker',
        '  </summary>',
        '',
        ...DOCKER,
        '  </details>',
        '  <details>',
        '  <summary label="helm">Helm</summary>',
        '',
        ...HELM,
        '  </details>',
        '</div>',
        '',
        'Tell the owner.',
      ],
    ],
    ['links', ['# [Docker](#tab/docker)', '', ...DOCKER, '# [Helm](#tab/helm)', '', ...HELM, '---', 'Tell the owner.']],
    [
      'titles with colons',
      [
        '::Tabs',
        '',
        ':::TabTitle Docker',
        '',
        ...DOCKER,
        ':::TabTitle Helm',
        '',
        ...HELM,
        '::EndTabs',
        'Tell the owner.',
      ],
    ],
  ])('R3 %s are alternatives, and what follows them is none', (_, lines) => {
    expect(outline(...lines)).toEqual(AS_TABS)
  })

  it('R3 what a text applies to tells its ways apart', () => {
    const read = outline(
      ':::::{applies-switch}',
      '::::{applies-item} { "stack": "ga 9.4+", eck: }',
      ':::{warning}',
      'It takes long.',
      ':::',
      '1. Drain the ring',
      '2. Swap the relay',
      '::::',
      '::::{applies-item} serverless:',
      '1. Ask the owner',
      '::::',
      ':::::',
    )
    expect(read).toEqual([
      'Either: stack ga 9.4+, eck',
      '  Drain the ring',
      '  Swap the relay',
      'Or: serverless: Ask the owner',
    ])
  })

  it('R3 tabs within a step stand below it', () => {
    const read = outline(
      '1. Stop the writers',
      '2. Restart the ring:',
      '',
      '    === "Docker"',
      '',
      '        ```sh',
      '        docker restart ring',
      '        ```',
      '',
      '    === "Linux"',
      '',
      '        ```sh',
      '        systemctl restart ring',
      '        ```',
      '',
      '3. Tell the owner',
    )
    expect(read).toEqual([
      'Stop the writers',
      'Restart the ring',
      '  Either: Docker $ docker restart ring',
      '  Or: Linux $ systemctl restart ring',
      'Tell the owner',
    ])
  })

  it('R3 tabs of nothing but code stand below the order above them', () => {
    const read = outline(
      'Restart the ring:',
      '',
      '{{< tab "Docker" >}}',
      '```sh',
      'docker restart ring',
      '```',
      '{{< /tab >}}',
      '{{< tab "Linux" >}}',
      '```sh',
      'systemctl restart ring',
      '```',
      '{{< /tab >}}',
    )
    expect(read).toEqual([
      'Restart the ring',
      '  Either: Docker $ docker restart ring',
      '  Or: Linux $ systemctl restart ring',
    ])
  })

  it('R3 lines within a step that name a way above code are ways of it', () => {
    const read = outline(
      '1. Restart the ring',
      '',
      '   Using Docker:',
      ...codeOfItem('docker restart ring'),
      '   Or on Linux:',
      ...codeOfItem('systemctl restart ring'),
      '2. For each node:',
      ...codeOfItem('relayctl drain'),
      '   Then run:',
      ...codeOfItem('relayctl swap'),
    )
    expect(read).toEqual([
      'Restart the ring',
      '  Either: Using Docker $ docker restart ring',
      '  Or: on Linux $ systemctl restart ring',
      'For each node $ relayctl drain $ relayctl swap',
    ])
  })

  it('R3 bold lines that count ways in a tab are ways in it, below its name', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '=== "Docker"',
      '',
      ...moved(['**Option 1: a new node**', '', ...DOCKER, '**Option 2: more space**', '', ...DOCKER]),
      '=== "Helm"',
      '',
      ...moved(HELM),
    )
    expect(steps.map(({ above, section }) => [...above, section])).toEqual([
      ['Mitigation', 'Either: Docker', 'Option 1: a new node'],
      ['Mitigation', 'Either: Docker', 'Option 1: a new node'],
      ['Mitigation', 'Either: Docker', 'Option 2: more space'],
      ['Mitigation', 'Either: Docker', 'Option 2: more space'],
      ['Mitigation'],
    ])
    expect(groupHeadings(steps, 'T').at(-1)).not.toBe('Either way')
  })

  it('R3 a fold without a label is none', () => {
    expect(outline('<details>', '<summary>More</summary>', '', '1. Drain the ring', '</details>')).toEqual([
      'Drain the ring',
    ])
  })

  it('R3 steps of a site builder are steps', () => {
    const read = outline(
      '::::{stepper}',
      ':::{step} Drain the ring',
      'It takes a while.',
      ':::',
      ':::{step} Swap the relay',
      '```sh',
      'systemctl restart relay',
      '```',
      ':::',
      '::::',
    )
    expect(read).toEqual(['Drain the ring', 'Swap the relay $ systemctl restart relay'])
  })

  it('R4 a lone tab may hold any number of blocks', () => {
    const place = { line: 1, endLine: 1 }
    const words = { type: 'paragraph', inline: NO_INLINE, ...place } as const
    const mark = { ...NO_INLINE, text: markLine('', { kind: 'choice', label: 'x' }).replace(/^#+ /, '') }
    const held = Array.from({ length: 140_000 }, () => words)
    expect(withTabs([{ type: 'heading', level: 6, inline: mark, ...place }, ...held])).toHaveLength(140_000)
  })

  it('R2 headings within tabs stay parts of the file', () => {
    const { parts } = runbookOf(
      '# T',
      '{{< tab "Docker" >}}',
      '## Mitigation',
      '1. Drain the ring',
      '{{< /tab >}}',
      '{{< tab "Helm" >}}',
      '## Escalation',
      'Call the owner.',
      '{{< /tab >}}',
    )
    expect(parts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['mitigation', 'escalation']))
  })

  it('that only tell something leave no choice: those with steps say which is first, and one alone says its name only', () => {
    const told = ['=== "Why"', '', '    The ring fills at night.', '']
    const ways = ['=== "Docker"', '', ...moved(DOCKER), '=== "Helm"', '', ...moved(HELM), 'Tell the owner.']
    expect(outline(...told, ...ways)).toEqual(AS_TABS)
    expect(outline(...told, '=== "Helm"', '', ...moved(HELM))).toEqual(['Helm: Swap the relay'])
  })
})

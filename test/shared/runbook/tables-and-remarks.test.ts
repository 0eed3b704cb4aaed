import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

describe('R2.2 a table of which each row is a part', () => {
  it.each([
    ['|   |   |', ''],
    ['| Part | Text |', ''],
    ['| Meaning | The ring is late. |', '| Severity of it | high |'],
  ])('R2.2 below %s', (head) => {
    const { steps, parts } = runbookOf(
      '# Rings',
      '## RingLate',
      head,
      '| ---: | --- |',
      ...(head.includes('Meaning') ? [] : ['| Meaning | The ring is late. |']),
      '| Impact | Rows are missing. |',
      '| Diagnosis | Check the log of the `relay`. |',
      '| Mitigation | Restart the relay. |',
    )
    expect(steps.map(({ text, section }) => [section, text])).toEqual([
      ['Diagnosis', 'Check the log of the relay.'],
      ['Mitigation', 'Restart the relay.'],
    ])
    expect(parts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['impact', 'debugging', 'mitigation']))
  })

  it('R2.2 a table of facts stays a table', () => {
    const { parts } = runbookOf('# Rings', '## Facts', '| Owner | Relay |', '| --- | --- |', '| Impact | Late rows |')
    expect(parts.map(({ heading }) => heading)).toContain('Facts')
    expect(parts.map(({ heading }) => heading)).not.toContain('Impact')
  })
})

describe('R3.2 a comment among boxes in a fence', () => {
  it('R3.2 stands beside the box above, for a fence shows it', () => {
    const { steps } = runbookOf(
      '# Change',
      '```',
      '1. [ ] Read the role of the ring.',
      '    <!--',
      '    If the name has a dash, put it in quotes.',
      '',
      '    It prints the role.',
      '    -->',
      '1. [ ] Change both keys. <!-- at once -->',
      '    <!-- One alone locks everybody out. -->',
      '1. [ ] Tell the owner.',
      '```',
    )
    expect(steps.map(({ text, before, after }) => [text, before + after])).toEqual([
      ['Read the role of the ring.', 'If the name has a dash, put it in quotes.\n\nIt prints the role.'],
      ['Change both keys.', expect.stringContaining('One alone locks everybody out.')],
      ['Tell the owner.', ''],
    ])
  })
})

describe('R4 code in a shortcode', () => {
  it('R4 is a block of its own each time', () => {
    const { steps } = runbookOf(
      '# T',
      '## Diagnosis',
      'Compare the clocks:',
      '',
      '{{< text bash >}}',
      '$ date -u',
      'Thu Jun 15 02:25:42 UTC 2017',
      '{{< /text >}}',
      '',
      '{{< text bash >}}',
      '$ docker run relay date',
      'Thu Jun 15 02:25:43 UTC 2017',
      '{{< /text >}}',
    )
    expect(steps.map(({ commands }) => commands.map(({ text }) => text))).toEqual([
      ['date -u', 'docker run relay date'],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const context = { peopleIds: [], pipelineIds: [], files: new Set(['runbooks/a.md']), today: '2026-11-20' }

function told(...lines: string[]): string[] {
  const runbook = parseRunbook({ path: 'runbooks/a.md', text: lines.join('\n') })
  const isOfLinks = (rule: string): boolean => /dead-(?:link|anchor)$/.test(rule)
  return checkRunbook(runbook, context).flatMap(({ rule, line, message }) =>
    isOfLinks(rule) ? `${line ?? ''}: ${message}` : [],
  )
}

describe('R8 what a link may lead to', () => {
  it('R8 headings in a quote or an item are reached', () => {
    const quoted = ['> ## Late ring', '', '- item', '', '  ### Step detail']
    expect(told('[x](#late-ring) [y](#step-detail) [z](#gone)', '', ...quoted)).toEqual([
      '1: The link to #gone leads to no heading of this file.',
    ])
  })

  it('R8 names are reached however HTML quotes them', () => {
    const names = ['<a name=plain></a>', "<a class='x' id='single'></a>", '<a id="double"></a>']
    expect(told('[x](#plain) [y](#single) [z](#double) [w](#gone)', '', ...names, '', 'Set `size id=gone`.')).toEqual([
      '1: The link to #gone leads to no heading of this file.',
    ])
  })

  it('R7 a picture that the page holds itself is not loaded from the network', () => {
    const text = '![x](data:image/png;base64,AAAA)\n![y](https://example.com/y.png)'
    const problems = checkRunbook(parseRunbook({ path: 'runbooks/a.md', text }), context)
    expect(problems.filter(({ rule }) => rule === 'runbook/remote-image').map(({ line }) => line)).toEqual([2])
  })

  it('R4 R8 a tag of Jekyll is no path', () => {
    expect(told('[a]({% link b.md %}) [b]({% post_url 2024-01-01-x %}) [c]({{ site.url }}{% link b.md %})')).toEqual([])
  })

  it('R8 an address is told as it was written, and on one line', () => {
    expect(told('[a](störung.md)', '[b](gone%0A.md)')).toEqual([
      '1: The link to störung.md leads to no file.',
      '2: The link to gone%0A.md leads to no file.',
    ])
  })
})

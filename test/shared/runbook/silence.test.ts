import { describe, expect, it } from 'vitest'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const context = { peopleIds: [], pipelineIds: [], files: new Set(['runbooks/a.md']), today: '2026-11-20' }

function rulesOf(...lines: string[]): string[] {
  const runbook = parseRunbook({ path: 'runbooks/a.md', text: lines.join('\n') })
  return checkRunbook(runbook, context)
    .map(({ rule, line }) => `${rule.replace('runbook/', '')}:${line ?? ''}`)
    .filter((rule) => !/^(?:missing-|no-owner|no-steps)/.test(rule))
}

describe('R8 silencing a rule', () => {
  it('R8 on the next line that is not blank, by its full name or its short one, several at once', () => {
    expect(rulesOf('<!-- nightdesk-disable-next-line runbook/dead-link -->', '', '[x](gone.md)')).toEqual([])
    const both = '<!-- nightdesk-disable-next-line dead-link, dead-anchor -->'
    expect(rulesOf(both, '[x](gone.md) [y](#nowhere)', '[z](gone.md)')).toEqual(['dead-link:3'])
  })

  it('R8 comments above one another all count for the line below them', () => {
    const one = '<!-- nightdesk-disable-next-line dead-link -->'
    const other = '<!-- nightdesk-disable-next-line dead-anchor -->'
    expect(rulesOf(one, other, '[x](gone.md) [y](#nowhere)')).toEqual([])
  })

  it('R8 in front matter, for one key or for the whole file', () => {
    expect(rulesOf('---', '# nightdesk-disable-next-line date-invalid', 'lastVerified: soon', '---')).toEqual([])
    expect(rulesOf('---', 'nightdesk: {disable: [dead-link]}', '---', '[x](gone.md)', '[y](#no)')).toEqual([
      'dead-anchor:5',
    ])
    expect(rulesOf('+++', '[nightdesk]', 'disable = ["dead-link"]', '+++', '[x](gone.md)')).toEqual([])
  })

  it('R8 above a table in all its rows, and not below it', () => {
    const comment = '<!-- nightdesk-disable-next-line dead-link -->'
    const table = ['| Alert | Page |', '|---|:--|', '| a | [x](gone.md) |', '| b | [y](lost.md) |']
    expect(rulesOf(comment, '', ...table, '', '[z](gone.md)')).toEqual(['dead-link:8'])
    expect(rulesOf(...table)).toEqual(['dead-link:3', 'dead-link:4'])
    expect(rulesOf(comment, '[x](gone.md) | no table', '[y](lost.md)')).toEqual(['dead-link:3'])
  })

  it('R8 another rule stays, and so does the same one elsewhere', () => {
    expect(rulesOf('<!-- nightdesk-disable-next-line dead-anchor -->', '[x](gone.md)')).toEqual(['dead-link:2'])
  })

  it('R8 a comment that names no rule, or none that there is, silences nothing and says so', () => {
    expect(rulesOf('<!-- nightdesk-disable-next-line -->', '[x](gone.md)')).toEqual([
      'silence-unknown:1',
      'dead-link:2',
    ])
    const runbook = parseRunbook({ path: 'a.md', text: '<!-- nightdesk-disable-next-line dead-lnk -->' })
    expect(checkRunbook(runbook, context)).toContainEqual(
      expect.objectContaining({ rule: 'runbook/silence-unknown', line: 1, hint: 'Did you mean runbook/dead-link?' }),
    )
    expect(rulesOf('---', 'nightdesk: {disable: everything}', '---')).toEqual(['silence-unknown:1'])
  })
})

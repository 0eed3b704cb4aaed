import { describe, expect, it } from 'vitest'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { silencedIn } from '../../../shared/runbook/lint/silence.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

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

  const secret = ['password', 'S3cr3tPa55word'].join('=')

  it('R8 above a fenced block in all its lines, and not below it', () => {
    const comment = '<!-- nightdesk-disable-next-line secret -->'
    expect(rulesOf('1. Log in', '', comment, '```bash', 'relayctl login', secret, '```', secret)).toEqual(['secret:8'])
    expect(rulesOf('1. Log in', `   ${comment}`, '   ~~~~', '   ```', `   ${secret}`, '   ~~~~', secret)).toEqual([
      'secret:7',
    ])
    expect(rulesOf(comment, '```', 'never closed', secret)).toEqual(['secret:4'])
  })

  it.each([
    ['# ', ''],
    ['// ', ''],
    ['-- ', ''],
    ['/* ', ' */'],
  ])('R8 within a block for one line of it, behind %s', (open, close) => {
    const comment = `${open}nightdesk-disable-next-line secret${close}`
    const block = ['```', secret, comment, secret, secret, '```']
    expect(rulesOf('1. Log in', '', ...block)).toEqual(['secret:4', 'secret:7'])
    expect(rulesOf('1. Log in', '<!-- nightdesk-disable-next-line secret -->', ...block)).toEqual([])
  })

  it('R8 by a comment of MDX', () => {
    expect(rulesOf('{/* nightdesk-disable-next-line dead-link */}', '[x](gone.md)', '[y](gone.md)')).toEqual([
      'dead-link:3',
    ])
    expect(rulesOf('{/* nightdesk-disable-next-line dead-lnk */}')).toEqual(['silence-unknown:1'])
  })

  it('R8 an address that is defined for several links is told of once, where it stands', () => {
    const page = ['See [a][r] and', '[r].', '', '[r]: gone.md', '[s]: gone.md']
    expect(rulesOf(...page)).toEqual(['dead-link:4'])
    expect(rulesOf(...page, '', '[t][s]')).toEqual(['dead-link:4', 'dead-link:5'])
    expect(rulesOf(...page.slice(0, 3), '<!-- nightdesk-disable-next-line dead-link -->', '[r]: gone.md')).toEqual([])
    expect(rulesOf('<!-- nightdesk-disable-next-line dead-link -->', '[r]', '', '[r]: gone.md')).toEqual([])
    expect(rulesOf('[r]', '', '[r]: #nowhere')).toEqual(['dead-anchor:3'])
  })

  it.each([
    ['`<!-- nightdesk-disable-next-line secret -->`'],
    ['`` a ` <!-- nightdesk-disable-next-line secret --> ``'],
    ['`two lines of', 'code <!-- nightdesk-disable-next-line secret -->`'],
    ['\\<!-- nightdesk-disable-next-line secret -->'],
    ['# nightdesk-disable-next-line secret'],
    ['// nightdesk-disable-next-line secret'],
  ])('R8 what is only quoted or is no comment of the text silences nothing: %s', (...quoted) => {
    expect(rulesOf('Use this', ...quoted, secret)).toEqual([`secret:${quoted.length + 2}`])
  })

  it.each([
    ['Late ` comes <!-- nightdesk-disable-next-line secret -->'],
    ['Use \\`ringctl <!-- nightdesk-disable-next-line secret --> or`'],
    ['Use `ringctl` <!-- nightdesk-disable-next-line secret -->'],
    ['- `ringctl', '- <!-- nightdesk-disable-next-line secret --> `late`'],
    ['    # nightdesk-disable-next-line secret'],
  ])('R8 a comment beside code counts: %s', (...lines) => {
    expect(rulesOf(...lines, secret)).toEqual([])
  })

  it('R8 a comment with nothing below it silences nothing', () => {
    const text = '# A\n\nWords.\n\n<!-- nightdesk-disable-next-line no-steps, missing-sla -->\n'
    const rules = checkRunbook(parseRunbook({ path: 'runbooks/a.md', text }), context).map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['runbook/no-steps', 'runbook/missing-sla']))
  })

  it('R8 an unknown rule in front matter is told at its line, with a rule that it is like', () => {
    const told = (...lines: readonly string[]) => {
      const text = ['---', 'title: nonsense', 'nightdesk:', ...lines, '---', '1. Look'].join('\n')
      return checkRunbook(parseRunbook({ path: 'runbooks/a.md', text }), context)
        .filter(({ rule }) => rule === 'runbook/silence-unknown')
        .map(({ line, hint }) => ({ line, hint }))
    }
    expect(told('  disable: [dead-link, nonsense]')).toEqual([{ line: 4, hint: 'See the list of rules.' }])
    expect(told('  disable:', '    - dead-lnk', '    - stael')).toEqual([
      { line: 5, hint: 'Did you mean runbook/dead-link?' },
      { line: 6, hint: 'Did you mean runbook/stale?' },
    ])
  })

  it('R8 a reason stands behind two hyphens, and what is none is told once', () => {
    expect(rulesOf('<!-- nightdesk-disable-next-line dead-link -- planned for <Q1> -->', '[x](gone.md)')).toEqual([])
    expect(rulesOf('<!-- nightdesk-disable-next-line -- planned -->')).toEqual(['silence-unknown:1'])
    expect(rulesOf('<!-- nightdesk-disable-next-line dead-link planned for Q1 -->', '[x](gone.md)')).toEqual([
      'silence-unknown:1',
    ])
  })

  it.each([
    ['above lines', '<!-- nightdesk-disable-next-line dead-link -->\n[x](gone.md)\n'],
    ['above one line', '<!-- nightdesk-disable-next-line dead-link -->\n\n'],
    ['above open blocks', '<!-- nightdesk-disable-next-line dead-link -->\n```a\n'],
    ['above tables', '|<!-- nightdesk-disable-next-line dead-link -->\na | b\n|-|-|\n'],
    ['within words', 'a ` b <!-- nightdesk-disable-next-line dead-link -->\n'],
  ])('R8 many comments %s take time as the text is long', (_where, form) => {
    const spent = (count: number) =>
      leastProcessorMs(
        () => ({ path: 'a.md', text: form.repeat(count), frontMatter: { disabled: [], endLine: 0 } }),
        (page) => silencedIn(page)({ rule: 'runbook/dead-link', line: 2 }),
      )
    spent(500)
    // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine, and so does what is too short to measure.
    expect(spent(32_000)).toBeLessThan(32 * Math.max(16, spent(4_000)))
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
    expect(rulesOf('---', 'nightdesk: {disable: everything}', '---')).toEqual(['silence-unknown:2'])
  })
})

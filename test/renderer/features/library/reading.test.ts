import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '../../../../renderer/features/library/body.ts'
import { contentsOf, entryAt } from '../../../../renderer/features/library/contents.ts'
import { documentProblems } from '../../../../renderer/features/library/document-problems.ts'
import type { Problem } from '../../../../shared/kit/problem.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'

const workspace = join(import.meta.dirname, '../../../../fixtures/workspace')
const demo = ['runbooks', 'reference'].flatMap((folder) =>
  readdirSync(join(workspace, folder)).map((name) => {
    const path = `${folder}/${name}`
    return parseRunbook({ path, text: readFileSync(join(workspace, path), 'utf8') })
  }),
)
const profit = demo.find(({ id }) => id === 'aggregate-profit-investors')
if (profit === undefined) throw new Error('the demo workspace has no profit runbook')

describe('the prose of a document', () => {
  it.each(demo.map((read) => [read.path, read] as const))('keeps the line numbers of %s', (_, read) => {
    const { body, firstLine } = bodyOf(read)
    const lines = read.text.split('\n')
    const shown = body.split('\n')
    expect(shown.length).toBe(lines.length - firstLine + 1)
    shown.forEach((line, index) => {
      const source = lines[firstLine - 1 + index]
      expect(line === '' || line === source).toBe(true)
    })
    expect(shown.filter((line, index) => line !== lines[firstLine - 1 + index]).length).toBeLessThanOrEqual(1)
  })

  it('leaves out the front matter and the title that stands above it already', () => {
    const { body } = bodyOf(profit)
    expect(body).not.toContain('lastVerified')
    expect(body).not.toMatch(/^# Aggregate profit/m)
    expect(body).toContain('## What it means')
  })

  it('leaves out the title also behind a byte order mark, and ends lines as any editor does', () => {
    const read = parseRunbook({ path: 'runbooks/a.md', text: '\uFEFF# Ring full\r\n\r\n1. Look\r2. Drain it\r\n' })
    expect(bodyOf(read)).toEqual({ body: '\n\n1. Look\n2. Drain it\n', firstLine: 1 })
  })

  it('keeps a first heading that is not the title', () => {
    const read = parseRunbook({ path: 'runbooks/a.md', text: '---\ntitle: One\n---\n# Another\n\ntext\n' })
    expect(bodyOf(read).body).toContain('# Another')
  })
})

describe('the contents', () => {
  const entries = contentsOf(profit)

  it('lead to every part and every failure scenario, in order', () => {
    const words = entries.map(({ words: each, level }) => `${level} ${each}`)
    expect(words).toContain('1 Failure scenarios')
    expect(words).toContain('2 Late data')
    expect(words).toContain('2 Schema change in a source')
    expect(words).not.toContain('1 Aggregate profit for investors')
    expect(entries.map(({ line }) => line)).toEqual(entries.map(({ line }) => line).toSorted((a, b) => a - b))
  })

  it('point at the lines of their headings', () => {
    const lines = profit.text.split('\n')
    for (const { line, words } of entries) expect(lines[line - 1]).toContain(words)
  })

  it('know where one reads', () => {
    const late = entries.find(({ words }) => words === 'Late data')
    expect(entryAt(entries, (late?.line ?? 0) + 3)).toBe(late)
    expect(entryAt(entries, 1)).toBeUndefined()
  })
})

describe('what is wrong with a document', () => {
  const read = parseRunbook({ path: 'runbooks/bad.md', text: '# Bad\n\n- [run](javascript:alert)\n' })
  const unreadable: Problem = {
    file: 'runbooks/bad.md',
    rule: 'workspace/unreadable',
    severity: 'error',
    message: 'It could not be read.',
  }
  const elsewhere: Problem = { ...unreadable, file: 'team.yaml' }

  it('is what the host found in this file and what the linter says, errors first', () => {
    const problems = documentProblems({ kind: 'runbook', read }, emptyTeam, [elsewhere, unreadable], '2026-12-24')
    expect(problems).toContainEqual(unreadable)
    expect(problems).not.toContainEqual(elsewhere)
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'runbook/unsafe-link', line: 3 }))
    const places = problems.map(({ severity, line = 0 }) => [severity === 'error' ? 0 : 1, line] as const)
    expect(places).toEqual(places.toSorted(([a, lineA], [b, lineB]) => a - b || lineA - lineB))
  })

  it('is told once, also when the host has found the same', () => {
    const [first] = documentProblems({ kind: 'runbook', read }, emptyTeam, [], '2026-12-24')
    if (first === undefined) throw new Error('the linter found nothing')
    const problems = documentProblems({ kind: 'runbook', read }, emptyTeam, [first], '2026-12-24')
    expect(problems.filter(({ message }) => message === first.message)).toHaveLength(1)
  })

  it('does not ask of a reference page what a runbook needs', () => {
    expect(documentProblems({ kind: 'reference', read }, emptyTeam, [], '2026-12-24')).toEqual([])
  })

  it('calls no link of the demo workspace dead', () => {
    const team = { ...emptyTeam }
    for (const each of demo) {
      const kind = each.path.startsWith('runbooks/') ? 'runbook' : 'reference'
      const rules = documentProblems({ kind, read: each }, team, [], '2026-12-24').map(({ rule }) => rule)
      expect(rules).not.toContain('runbook/dead-link')
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markVerified } from '../../../shared/library/mark-verified.ts'
import { diffRunbook } from '../../../shared/runbook/diff-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const day = '2026-11-24'

function marked(text: string): string {
  const result = markVerified(text, day)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const verifiedIn = (text: string) => parseRunbook({ path: 'a.md', text }).frontMatter.lastVerified

describe('marking a runbook verified', () => {
  it.each([
    ['---\nlastVerified: 2026-01-01\n---\n# T\n', `---\nlastVerified: ${day}\n---\n# T\n`],
    [
      '---\n# who owns it\nowner: eng-a   # since May\nlast_verified: "2026-01-01"  # by hand\ntitle: T\n---\ntext',
      `---\n# who owns it\nowner: eng-a   # since May\nlast_verified: "${day}"  # by hand\ntitle: T\n---\ntext`,
    ],
    ['---\r\nowner: eng-a\r\n---\r\n# T\r\n', `---\r\nowner: eng-a\r\nlastVerified: ${day}\r\n---\r\n# T\r\n`],
    ['\uFEFF---\nlastVerified:\ntitle: T\n---\n', `\uFEFF---\nlastVerified: ${day}\ntitle: T\n---\n`],
    ['# T\n\nText\n', `---\nlastVerified: ${day}\n---\n\n# T\n\nText\n`],
    ['', `---\nlastVerified: ${day}\n---\n\n`],
    ['---\n---\n# T\n', `---\nlastVerified: ${day}\n---\n# T\n`],
    [
      '+++\ntitle = "T"\n[matches]\nalertname = "A"\n+++\n# T\n',
      `+++\nlastVerified = ${day}\ntitle = "T"\n[matches]\nalertname = "A"\n+++\n# T\n`,
    ],
    ['+++\nlastVerified = 2026-01-01 # old\n+++\n', `+++\nlastVerified = ${day} # old\n+++\n`],
    ['{\n  "title": "T"\n}\n# T\n', `{\n  "lastVerified": "${day}",\n  "title": "T"\n}\n# T\n`],
    ['{\n  "lastVerified": "2026-01-01"\n}\n# T\n', `{\n  "lastVerified": "${day}"\n}\n# T\n`],
    [
      '---\nscenarios:\n  - id: late\n    title: Late\n---\n',
      `---\nscenarios:\n  - id: late\n    title: Late\nlastVerified: ${day}\n---\n`,
    ],
  ])('L17 %j', (text, expected) => {
    expect(marked(text)).toBe(expected)
    expect(verifiedIn(marked(text))).toBe(day)
  })

  it('L17 refuses front matter that cannot be read, and one that is never closed', () => {
    for (const text of ['---\ntitle: [broken\n---\n# T\n', '---\ntitle: T\n# never closed\n', '+++\nx = = 1\n+++\n']) {
      expect(markVerified(text, day)).toMatchObject({ ok: false })
    }
  })

  it('L17 changes one line at most, and twice is once, for any keys and line ends', () => {
    const key = fc.constantFrom(
      'title: T',
      'owner: eng-a # hers',
      'lastVerified: 2025-05-05',
      "reviewed: '2025-05-05'",
      'list:\n  - a\n  - b',
      '# remark',
    )
    const body = fc.array(fc.constantFrom('# Title', 'text', '- item', '---', '', '> quote'), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 1, maxLength: 6 }),
        body,
        fc.constantFrom('\n', '\r\n'),
        (keys, lines, lineEnd) => {
          fc.pre(keys.some((each) => !each.startsWith('#')))
          const text = ['---', ...keys, '---', ...lines].join('\n').replaceAll('\n', lineEnd)
          const once = marked(text)
          const { added, removed } = diffRunbook(text, once)
          expect(added).toBe(1)
          expect(removed).toBeLessThanOrEqual(1)
          expect(verifiedIn(once)).toBe(day)
          expect(marked(once)).toBe(once)
          expect(once.endsWith(lines.join(lineEnd))).toBe(true)
        },
      ),
    )
  })

  it('L17 never throws, and keeps the text below whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const result = markVerified(text, day)
        if (result.ok && parseRunbook({ path: 'a.md', text }).frontMatter.format === 'none') {
          expect(result.value.endsWith(text.replace(/^\uFEFF/, ''))).toBe(true)
        }
      }),
    )
  })
})

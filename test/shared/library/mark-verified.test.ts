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
    // Each line keeps its own end.
    ['---\ntitle: x\n---\n# x\r\n', `---\ntitle: x\nlastVerified: ${day}\n---\n# x\r\n`],
    ['---\r\ntitle: x\n---\n# x\n', `---\r\ntitle: x\nlastVerified: ${day}\n---\n# x\n`],
    ['---\rtitle: x\r---\r# x\r1. do\r', `---\rtitle: x\rlastVerified: ${day}\r---\r# x\r1. do\r`],
    ['# x\nline\r\n', `---\nlastVerified: ${day}\n---\n\n# x\nline\r\n`],
    // Values that stand on several lines, and maps of another form.
    [
      `---\ntitle: x\nlastVerified: >-\n  2025-01-01\nlist:\n- a   # c\n-   b\n"k":   'v'\n---\n# x\n`,
      `---\ntitle: x\nlastVerified: ${day}\nlist:\n- a   # c\n-   b\n"k":   'v'\n---\n# x\n`,
    ],
    ['---\n{\n  title: x,   owner: a\n}\n---\n', `---\n{lastVerified: ${day},\n  title: x,   owner: a\n}\n---\n`],
    ['---\n  title: x\n  owner: a\n---\n# x\n', `---\n  title: x\n  owner: a\n  lastVerified: ${day}\n---\n# x\n`],
    [
      '---\nlastVerified: 2024-01-01\nlast_verified: 2025-01-01\n---\n',
      `---\nlastVerified: 2024-01-01\nlast_verified: ${day}\n---\n`,
    ],
    [
      '{\n  "meta": {"lastVerified": "2020-01-01"},\n  "last_reviewed" : "2020-01-01"\n}\n',
      `{\n  "meta": {"lastVerified": "2020-01-01"},\n  "last_reviewed" : "${day}"\n}\n`,
    ],
    ['{\n}\n# T\n', `{\n  "lastVerified": "${day}"\n}\n# T\n`],
    ['\n---\nowner: a\n---\n# T\n', `\n---\nowner: a\nlastVerified: ${day}\n---\n# T\n`],
    // The key that stands there is written, in the form that it has.
    [
      '---\ntitle: x\nlast_reviewed_on: 2026-03-04\nreview_in: 6 months\n---\n',
      `---\ntitle: x\nlast_reviewed_on: ${day}\nreview_in: 6 months\n---\n`,
    ],
    [
      '+++\ntitle = "T"\n[params]\n  owner = "a"\n  lastVerified = 2025-01-02 # then\n  x = 1\n[[menu.main]]\nname = "x"\n+++\n',
      `+++\ntitle = "T"\n[params]\n  owner = "a"\n  lastVerified = ${day} # then\n  x = 1\n[[menu.main]]\nname = "x"\n+++\n`,
    ],
    [
      '+++\ntitle = "T"\n[extra]\nlast_reviewed = "2025-01-02"\n+++\n',
      `+++\ntitle = "T"\n[extra]\nlast_reviewed = "${day}"\n+++\n`,
    ],
    [
      '---\ntitle: x\nparams:\n  owner: a\n  lastVerified: 2025-01-02 # then\n---\n',
      `---\ntitle: x\nparams:\n  owner: a\n  lastVerified: ${day} # then\n---\n`,
    ],
    ['{\n  "params": {"lastVerified": "2025-01-02"}\n}\n', `{\n  "params": {"lastVerified": "${day}"}\n}\n`],
    [
      '+++\n[params]\nowner = "a"\n[taxonomies]\nlastVerified = 2025-01-02\n+++\n',
      `+++\nlastVerified = ${day}\n[params]\nowner = "a"\n[taxonomies]\nlastVerified = 2025-01-02\n+++\n`,
    ],
    // A ruled line is no front matter.
    ['---\n# Title\n\ntext\n---\nmore\n', `---\nlastVerified: ${day}\n---\n\n---\n# Title\n\ntext\n---\nmore\n`],
  ])('L17 %j', (text, expected) => {
    expect(marked(text)).toBe(expected)
    expect(verifiedIn(marked(text))).toBe(day)
  })

  it('L17 refuses front matter that cannot be read, and one that is never closed', () => {
    for (const text of ['---\ntitle: [broken\n---\n# T\n', '---\ntitle: T\n# never closed\n', '+++\nx = = 1\n+++\n']) {
      expect(markVerified(text, day)).toMatchObject({ ok: false })
    }
  })

  it.each([
    ['---\n{title: x,owner:   anna, tags: [a,b]} # c\n---\n# x\n', 'in a form that Nightdesk does not read'],
    ['{"title":"x","meta":{"lastVerified":"2020-01-01"}}\n# x\n', 'in a form that Nightdesk does not read'],
    ['---\nlastVerified: &d 2025-01-01\ncopy: *d\n---\n# x\n', 'cannot be set without changing more'],
    ['---\nlastVerified: [2025-01-01, 2025-02-01]\n---\n# x\n', 'cannot be set without changing more'],
    ['---\nnotes: "a\nlastVerified: 2020-01-01\nb"\n---\n# x\n', 'cannot'],
    ['+++\nparams = { lastVerified = 2025-01-02 }\n+++\n', 'cannot be set without changing more'],
    ['+++\nparams.lastVerified = 2025-01-02\n+++\n', 'cannot be set without changing more'],
  ])('L17 refuses %j, and says what to do', (text, why) => {
    const refused = markVerified(text, day)
    if (refused.ok) throw new Error(refused.value)
    expect(refused.error).toContain(why)
    expect(refused.error).toContain('by hand')
  })

  it('L17 whatever the line ends, every line that is not shown stays as it is', () => {
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const line = fc.constantFrom(
      'title: T',
      'owner: eng-a # hers',
      'lastVerified: 2025-05-05',
      '# remark',
      'notes: |',
      '  more',
    )
    const ended = (content: fc.Arbitrary<string>) => fc.array(fc.tuple(content, end), { maxLength: 6 })
    const below = fc.constantFrom('# Title', 'text', '- item', '')
    fc.assert(
      fc.property(ended(line), end, end, ended(below), (keys, first, last, rest) => {
        const written = (lines: readonly (readonly string[])[]): string => lines.flat().join('')
        const text = `---${first}id: x${first}${written(keys)}---${last}${written(rest)}`
        const result = markVerified(text, day)
        fc.pre(result.ok)
        const split = (whole: string): string[] => whole.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
        const old = split(text)
        const kept = split(result.value).filter((each) => !each.includes(day))
        expect(kept.every((each) => old.includes(each))).toBe(true)
        const ofTheDay = (each: string): boolean => /^(?:lastVerified|\s+more)/.test(each)
        expect(kept.filter((each) => !ofTheDay(each))).toEqual(old.filter((each) => !ofTheDay(each)))
      }),
    )
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

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECK_RULES } from '../../electron/cli/check-rules.ts'

const root = join(import.meta.dirname, '../..')
const documentation = readFileSync(join(root, 'docs/rules/README.md'), 'utf8')
const ids = CHECK_RULES.map(({ id }) => id)

/** Ids that the code puts together from pieces. */
const built: Readonly<Record<string, readonly string[]>> = {
  'runbook/missing-': ['sources', 'sla', 'scenarios', 'escalation', 'meaning', 'impact'],
  'team/': ['unknown-key', 'missing-key', 'invalid'],
  'schedule/': [
    'gap',
    'overlap',
    'holiday',
    'away',
    'same-person',
    'no-phone',
    'unreachable-rung',
    'double-cover',
    'nobody-after-swap',
    'handover-dst',
  ],
}

function idsInCode(): ReadonlySet<string> {
  const folders = [
    'shared/runbook',
    'shared/runbook/text',
    'shared/runbook/lint',
    'shared/schedule',
    'electron/host',
    'electron/cli',
  ]
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts') && !/(?:^check-rules|^runbook-rules)\.ts$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(root, folder, name), 'utf8').matchAll(
          /['`]((?:runbook|workspace|team|schedule)\/[a-z-]*)(\$\{|['`])/g,
        ),
      ]),
  )
  return new Set(
    found.flatMap(([, id = '', end]) => (end === '${' ? (built[id] ?? [id]).map((rest) => `${id}${rest}`) : id)),
  )
}

describe('R8 the rules', () => {
  it('R8 each rule that the code reports is listed, and each that is listed is reported', () => {
    const inCode = [...idsInCode()].filter((id) => !id.endsWith('/') && id !== 'runbook/missing-')
    expect(inCode.toSorted()).toEqual(ids.toSorted())
  })

  it('R8 each rule is documented with its severity, a why, an example and how to silence it, and no other is', () => {
    const chapters = documentation.split(/^### /m).slice(1)
    const told = chapters.map((chapter) => chapter.split('\n')[0] ?? '')
    expect(told.toSorted()).toEqual(ids.toSorted())
    for (const chapter of chapters) {
      const rule = CHECK_RULES.find(({ id }) => chapter.startsWith(`${id}\n`))
      expect(chapter).toMatch(rule?.severity === 'error' ? /\n\nError\. \S/ : /\n\nWarning\. \S/)
      for (const part of ['- Why: ', '- Example: ', '- Silence: ']) expect(chapter).toContain(`\n${part}`)
    }
  })

  it('R8 the documentation gives the same reason and the same way to silence as the tool', () => {
    const told = {
      line: 'on its line, or in the file\n',
      comment: 'on its line only, since',
      file: 'in the file\n',
      never: 'not possible',
    }
    for (const chapter of documentation.split(/^### /m).slice(1)) {
      const rule = CHECK_RULES.find(({ id }) => chapter.startsWith(`${id}\n`))
      expect(chapter.replace(/\n {2}/g, ' ')).toContain(`\n- Why: ${rule?.why}\n`)
      expect(chapter).toContain(`\n- Silence: ${rule === undefined ? '' : told[rule.silence]}`)
    }
  })

  it('R8 no rule stands there twice, and each has a sentence of its own', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(CHECK_RULES.filter(({ summary }) => !/^[A-Z].*\.$/.test(summary))).toEqual([])
  })
})

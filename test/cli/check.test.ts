import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCli } from './run-cli.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-check-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, ...lines: string[]): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, lines.join('\n'))
  return file
}

const good = (name: string): string[] => [`# ${name}`, '## Meaning', 'm', '## Diagnosis', '1. Look at the log']

/** What OASIS SARIF 2.1.0 asks of the parts that are used; anything else is refused, so that a misspelt property is found. */
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            version: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string().min(1),
                name: z.string().regex(/^[A-Za-z]+$/),
                shortDescription: z.strictObject({ text: z.string().min(1) }),
                defaultConfiguration: z.strictObject({ level: z.enum(['none', 'note', 'warning', 'error']) }),
                fullDescription: z.strictObject({ text: z.string().min(1) }),
                help: z.strictObject({ text: z.string().min(1), markdown: z.string().min(1) }),
              }),
            ),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level: z.enum(['none', 'note', 'warning', 'error']),
            message: z.strictObject({ text: z.string().min(1) }),
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({
                    uri: z.string().regex(/^[^\s\\:]+$/),
                    uriBaseId: z.literal('%SRCROOT%'),
                  }),
                  region: z
                    .strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1).optional() })
                    .optional(),
                }),
              }),
            ),
            partialFingerprints: z.record(z.string(), z.string()),
          }),
        ),
      }),
    )
    .length(1),
})

describe('R8 check in a folder of other people', () => {
  it('R8 says what is wrong and does not ask for what the house never writes', async () => {
    write('a.md', ...good('A'))
    write('b.md', '# B', '1. Look', '', '[gone](gone.md)')
    const { code, out } = await runCli('check', folder)
    expect(out.trim().split('\n')).toEqual([
      `Checked ${folder}`,
      `${folder}/b.md:4: error: The link to gone.md leads to no file. [runbook/dead-link]`,
      '  Correct the path, or remove the link.',
      '1 error, 0 warnings in 2 runbooks',
    ])
    expect(code).toBe(1)
  })

  it('R8 asks for a part that most runbooks of the house have', async () => {
    for (const name of ['a', 'b', 'c']) write(`${name}.md`, ...good(name))
    write('d.md', '# D', '## Impact', 'i', '## Diagnosis', '1. Look at it')
    expect((await runCli('check', folder)).out).toBe(
      [
        `Checked ${folder}`,
        `${folder}/d.md: warning: No part tells what the alert means. [runbook/missing-meaning]`,
        '  Add a heading "Meaning" with what the on-call engineer needs.',
        '0 errors, 1 warning in 4 runbooks\n',
      ].join('\n'),
    )
  })

  const rulesOf = ({ out }: { out: string }) =>
    JSON.parse(out)
      .problems.map(({ rule, file, severity }: Record<string, string>) => `${file} ${rule} ${severity}`)
      .filter((line: string) => !line.includes('dead-link'))

  it('R8 --strict asks for what a runbook may need, and for no team.yaml where there is none', async () => {
    write('a.md', '# A', '1. Look')
    write('b.md', '---', 'pipeline: orders', '---', '# B', '1. Look')
    const strict = await runCli('check', folder, '--strict', '--json')
    expect(rulesOf(strict)).toEqual([
      'a.md runbook/missing-escalation warning',
      'a.md runbook/missing-scenarios warning',
      'a.md runbook/no-owner warning',
      'b.md runbook/missing-escalation warning',
      'b.md runbook/missing-scenarios warning',
      'b.md runbook/missing-sla warning',
      'b.md runbook/missing-sources warning',
      'b.md runbook/no-owner warning',
    ])
    expect(strict.code).toBe(0)
  })

  it('R8 --require makes an error of what was agreed, whatever most runbooks have', async () => {
    write('a.md', '---', 'owner: x', '---', ...good('A'))
    write('b.md', ...good('B'))
    write('c.md', '# C', '## Escalation', 'Call them', '## Diagnosis', '1. Look')
    write('d.md', '---', 'nightdesk: {disable: [no-owner, missing-escalation]}', '---', ...good('D'))
    const asked = await runCli('check', folder, '--require', 'owner', '--require', 'escalation,meaning', '--json')
    expect(rulesOf(asked)).toEqual(
      [
        'a.md runbook/missing-escalation error',
        'b.md runbook/missing-escalation error',
        'b.md runbook/no-owner error',
        'c.md runbook/no-owner error',
        'c.md runbook/missing-meaning error',
      ].toSorted(),
    )
    expect(asked.code).toBe(1)
  })

  it('R8 --require holds in a workspace, too', async () => {
    write('team.yaml', 'people: []')
    write('runbooks/a.md', '# A', '1. Look')
    const rules = rulesOf(await runCli('check', folder, '--require', 'escalation', '--json'))
    expect(rules).toContain('runbooks/a.md runbook/missing-escalation error')
    expect(rules).toContain('runbooks/a.md runbook/no-owner warning')
  })

  it('R8 --require team asks for a team.yaml, and an unknown name ends with 2', async () => {
    write('a.md', ...good('A'))
    const asked = await runCli('check', folder, '--require', 'team')
    expect(asked.out).toContain('error: There is no team.yaml')
    expect(asked.code).toBe(1)
    const odd = await runCli('check', folder, '--require', 'owner,phone')
    expect(odd).toMatchObject({ code: 2, out: '' })
    expect(odd.error).toContain('--require does not know "phone". Use owner, sources')
  })

  it('R8 leaves pages that are no runbooks alone, and says how many', async () => {
    write('README.md', '# Our runbooks', '- [A](a.md)')
    write('CONTRIBUTING.md', '# How to help', '1. Fork it')
    write('a.md', ...good('A'))
    write('disk/README.md', ...good('Disk'))
    const { out } = await runCli('check', folder, '--json')
    expect(JSON.parse(out)).toMatchObject({ runbooks: 2, leftAlone: ['CONTRIBUTING.md', 'README.md'] })
    expect((await runCli('check', folder)).out).toContain(
      `Left alone, searched for secrets only: ${folder}/CONTRIBUTING.md, ${folder}/README.md\n0 errors, 0 warnings in 2 runbooks; 2 pages left alone\n`,
    )
  })

  it('R4 R8 Markdown that a site builder fills is read as well, and pages in another markup are named', async () => {
    write('a.html.md.erb', ...good('A'))
    write('b.markdown', ...good('B'))
    write('c.md.j2', ...good('C'))
    write('d.rst', 'D', '=')
    write('e.md.orig', ...good('E'))
    write('notes.csv', '1,2')
    const { out } = await runCli('check', folder, '--json')
    expect(JSON.parse(out)).toMatchObject({ runbooks: 3, leftAlone: ['d.rst', 'e.md.orig'] })
  })

  it('R8 links may lead out of the folder, into its repository', async () => {
    mkdirSync(join(folder, '.git'))
    write('services/map.yml', 'a: 1')
    write('docs/runbooks/a.md', ...good('A'), '[map](../../services/map.yml) [site](/docs/x/) [no](../gone.yml)')
    const { out } = await runCli('check', join(folder, 'docs/runbooks'), '--format', 'github')
    expect(out).toContain('::error file=docs/runbooks/a.md,line=6,title=runbook/dead-link::The link to ../gone.yml')
    expect(out.match(/::error/g)).toHaveLength(1)
  })

  it('R8 checks one file alone', async () => {
    const file = write('a.md', '# A', '1. Look', '![x](https://example.com/x.png)')
    write('b.md', '[x](gone.md)')
    const { out } = await runCli('check', file)
    expect(out).toContain('a.md:3: warning: A picture is loaded from the network')
    expect(out).toContain('0 errors, 1 warning in 1 runbook')
  })
})

describe('R8 how check ends', () => {
  it('R8 with 1 above --max-warnings, with 2 for what it does not know', async () => {
    write('a.md', '# A', '1. Look', '![x](https://example.com/x.png)')
    expect((await runCli('check', folder)).code).toBe(0)
    expect((await runCli('check', folder, '--max-warnings', '1')).code).toBe(0)
    expect((await runCli('check', folder, '--max-warnings', '0')).code).toBe(1)
    expect(await runCli('check', folder, '--max-warnings', 'few')).toMatchObject({ code: 2 })
    const odd = await runCli('check', folder, '--format', 'xml')
    expect(odd).toMatchObject({ code: 2, out: '' })
    expect(odd.error).toContain('text, json, sarif, github')
  })
})

describe('R8 check for other tools', () => {
  it('R8 SARIF 2.1.0 names rules, lines and files from the root of the repository', async () => {
    cpSync(join(fixtures, 'foreign-runbooks'), join(folder, 'on call'), { recursive: true })
    mkdirSync(join(folder, '.git'))
    write('on call/bad.md', '---', 'a: [', '---', '[x](gone.md)')
    const { out } = await runCli('check', join(folder, 'on call'), '--format', 'sarif', '--strict')
    const log = sarifSchema.parse(JSON.parse(out))
    const [run] = log.runs
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    const dead = run?.results.find(
      ({ ruleId, locations }) =>
        ruleId === 'runbook/dead-link' && locations[0]?.physicalLocation.artifactLocation.uri.endsWith('bad.md'),
    )
    expect(dead?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'on%20call/bad.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4 },
    })
    const ofRoot = sarifSchema.parse(JSON.parse((await runCli('check', folder, '--format', 'sarif', '--strict')).out))
    const marks = ofRoot.runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints)
    expect(marks).toContainEqual(dead?.partialFingerprints)
  })

  it('R8 SARIF tells of each rule why it is there and how to silence it', async () => {
    write('a.md', ...good('A'))
    const { out } = await runCli('check', folder, '--format', 'sarif')
    const rules = sarifSchema.parse(JSON.parse(out)).runs[0]?.tool.driver.rules ?? []
    const help = (id: string) => rules.find((rule) => rule.id === id)?.help.markdown
    expect(help('runbook/dead-link')).toContain('The one page that was needed is not there.')
    expect(help('runbook/dead-link')).toContain('<!-- nightdesk-disable-next-line dead-link -->')
    expect(help('runbook/no-steps')).toContain('nightdesk: {disable: [no-steps]}')
    expect(help('runbook/no-steps')).not.toContain('next-line')
    expect(help('runbook/front-matter-invalid')).toContain('# nightdesk-disable-next-line front-matter-invalid')
    expect(help('runbook/front-matter-invalid')).not.toContain('disable: [')
    expect(help('schedule/gap')).toContain('cannot be silenced')
  })

  it('R8 a workspace as SARIF', async () => {
    const { out, code } = await runCli('check', join(fixtures, 'workspace'), '--format', 'sarif')
    expect(sarifSchema.safeParse(JSON.parse(out)).error).toBeUndefined()
    expect(code).toBe(0)
  })

  it('R8 annotations cannot be broken by what stands in a file', async () => {
    write('a,b:c.md', '# A', '1. Look', '[100%](gone%0A::error::x.md)')
    const { out } = await runCli('check', folder, '--format', 'github')
    const [annotation, , readable, , ...rest] = out.trim().split('\n')
    expect(annotation).toMatch(/^::error file=a%2Cb%3Ac\.md,line=3,title=runbook\/dead-link::/)
    expect(annotation).toContain('%0ACorrect the path')
    expect(readable).toBe(
      `${folder}/a,b:c.md:3: error: The link to gone%0A::error::x.md leads to no file. [runbook/dead-link]`,
    )
    expect(rest).toEqual(['1 error, 0 warnings in 1 runbook'])
  })

  it('R8 annotations begin with the errors, and everything can be read below them', async () => {
    write('a.md', '# A', '1. Look', ...Array.from({ length: 12 }, () => '![x](https://example.com/x.png)'))
    write('z.md', '# Z', '1. Look', '[x](gone.md)')
    const { out } = await runCli('check', folder, '--format', 'github')
    const lines = out.trim().split('\n')
    expect(lines[0]).toMatch(/^::error file=z\.md,/)
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(12)
    expect(lines.slice(13)).toEqual((await runCli('check', folder)).out.trim().split('\n'))
  })

  it('R8 the readable report gives the runner of a workflow no orders', async () => {
    write('::set-output name=x::y.md', '# A', '1. Look', '[x](gone.md##[add-mask]x)')
    const { out } = await runCli('check', folder, '--format', 'github')
    expect(out.split('\n').filter((line) => /^\s*::(?!error file=)/.test(line))).toEqual([])
    expect(out.split('\n').slice(1).join('\n')).not.toContain('##[')
  })
})

describe('R8 silencing', () => {
  it('R8 by a comment above the line, and by the front matter in the whole file', async () => {
    write('a.md', '# A', '1. Look', '', '<!-- nightdesk-disable-next-line dead-link -->', '', '[x](gone.md)')
    write('b.md', '---', 'nightdesk: {disable: [dead-link]}', '---', '# B', '1. Look', '[x](gone.md)')
    expect((await runCli('check', folder)).out).toBe(`Checked ${folder}\n0 errors, 0 warnings in 2 runbooks\n`)
  })
})

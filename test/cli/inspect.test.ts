import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const samples = join(import.meta.dirname, '../../fixtures/foreign-runbooks')

describe('R4 inspect', () => {
  it('R4 tells title and its origin, parts, steps with kind, time box, depth and commands', async () => {
    const { code, out } = await runCli('inspect', join(samples, 'docusaurus/stream-lag.md'))
    expect(out).toContain('stream-lag.md\n  title      Stream lag (from the front matter)\n')
    expect(out).toMatch(/^ +\d+-\d+ {2}debugging {3}/m)
    expect(out).toMatch(/^ +\d+ {2}verify {4}Confirm the consumer is alive \(1 h\)$/m)
    expect(out).toMatch(/^ {2} +\d+ {2}action {6}Raise the quota first if it is refused$/m)
    expect(out).toMatch(/^ +\$ kubectl -n stream logs deploy\/consumer --tail=50$/m)
    expect(code).toBe(0)
  })

  it('R4 shows each line of a command, set in as it is typed, and a time box once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    const code = ['   ```bash', '   for ring in a b; do', '     relayctl open $ring', '   done', '   ```']
    const lines = ['# A', '1. Open them (3 minutes)', '', ...code, '2. Drain `ring-a` [~5 min]']
    writeFileSync(join(folder, 'a.md'), lines.join('\n'))
    const { out } = await runCli('inspect', folder)
    const margin = ' '.repeat(19)
    expect(out).toContain(
      `  Open them (3 minutes)\n${margin}$ for ring in a b; do\n${margin}    relayctl open $ring\n${margin}  done\n`,
    )
    expect(out).toMatch(/ Drain ring-a \[~5 min\]$/m)
    rmSync(folder, { recursive: true })
  })

  it('R3.5 marks what no shell runs as something to copy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    const settings = ['   ```yaml', '   ring:', '     size: 3', '   ```']
    const query = ['```promql', 'ring_size > 3', '```']
    const lines = ['# A', '1. Add the following to the settings:', ...settings, '2. See if it grows:', '', ...query]
    writeFileSync(join(folder, 'a.md'), lines.join('\n'))
    const { out } = await runCli('inspect', folder)
    expect(out).toMatch(/^ +copy ring:\n +size: 3$/m)
    expect(out).toMatch(/^ +copy ring_size > 3$/m)
    rmSync(folder, { recursive: true })
  })

  it('R3 shows the headings that the steps stand below', async () => {
    const { out } = await runCli('inspect', join(samples, 'docusaurus/stream-lag.md'))
    expect(out).toMatch(/^ +below "[^"]+"\n +\d+ {2}(?:action|verify|decision)/m)
  })

  it('R3.14 tells what stands behind the steps, of the runbook and of each scenario', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    const scenario = ['## Scenario 1: ring full', '### Fix', '1. Drain it', '### Sizes', 'Three.', '']
    writeFileSync(
      join(folder, 'a.md'),
      ['# A', ...scenario, '## Fix', '1. Open it', '', '## Routes', 'Two.'].join('\n'),
    )
    const { out } = await runCli('inspect', folder)
    expect(out).toContain('         further text "Sizes" (line 5)\n         | Three.\n')
    expect(out).toContain('         further text "Routes" (line 11)\n         | Two.\n')
    const [read] = JSON.parse((await runCli('inspect', folder, '--json')).out).runbooks
    const ofAll = { title: 'Routes', line: 11, markdown: 'Two.' }
    expect(read.furtherText).toEqual([ofAll])
    expect(read.scenarios[0].furtherText).toEqual([
      { title: 'Sizes', line: 5, markdown: 'Three.' },
      { title: 'Fix', line: 8, markdown: '1. Open it' },
      ofAll,
    ])
    rmSync(folder, { recursive: true })
  })

  it('R4 tells scenarios with their symptoms', async () => {
    const { out } = await runCli('inspect', join(samples, 'warehouse-alerts.md'))
    expect(out).toMatch(/scenario "TableFreshnessBreached" \(line \d+\)/)
    expect(out).toContain('symptoms')
  })

  it('R4 gives the same as JSON, with every key always there', async () => {
    const { out } = await runCli('inspect', samples, '--json')
    const read = JSON.parse(out)
    expect(read.shape).toBe(5)
    expect(read.runbooks.length).toBeGreaterThan(20)
    const keys = (value: object) => Object.keys(value).sort().join(' ')
    expect(new Set(read.runbooks.map(keys)).size).toBe(1)
    const ofSteps = new Set(read.runbooks.flatMap(({ steps }: { steps: object[] }) => steps.map(keys)))
    expect([...ofSteps]).toEqual([
      'above after before checkedInSource commands depth kind line section text timeBoxMs ways',
    ])
    const commands = read.runbooks.flatMap(({ steps }: { steps: { commands: object[] }[] }) =>
      steps.flatMap((step) => step.commands),
    )
    expect([...new Set(commands.map(keys))]).toEqual(['before language line output text'])
  })

  it('R3.14 tells the words above a command there, as text and as JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    const code = (text: string) => ['   ```sh', `   ${text}`, '   ```']
    const lines = [
      '# A',
      '',
      '1. Restart it.',
      ...code('ringctl restart'),
      '   Only at night:',
      ...code('ringctl purge'),
    ]
    writeFileSync(join(folder, 'a.md'), lines.join('\n'))
    const { out } = await runCli('inspect', folder)
    expect(
      out
        .split('\n')
        .slice(-4)
        .map((line) => line.trim()),
    ).toEqual(['$ ringctl restart', '| Only at night:', '$ ringctl purge', ''])
    const [read] = JSON.parse((await runCli('inspect', folder, '--json')).out).runbooks
    expect(read.steps[0]).toMatchObject({ commands: [{ before: '' }, { before: 'Only at night:' }], after: '' })
    rmSync(folder, { recursive: true })
  })

  it('R8 tells what check would say, and keeps apart what could not be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    writeFileSync(join(folder, 'a.md'), '---\na: [\n---\n# A\n\n1. Look\n2. TODO\n\n[x](gone.md)\n')
    writeFileSync(join(folder, 'CONTRIBUTING.md'), ['password', 'S3cr3tPa55word'].join(': '))
    const { out, code } = await runCli('inspect', folder)
    expect(code).toBe(1)
    expect(out).toContain('  line 9: error: The link to gone.md leads to no file. [runbook/dead-link]')
    expect(out).toContain('  line 7: warning: The step "TODO" does not say what to do. [runbook/step-without-action]')
    expect(out.match(/front-matter-invalid/g)).toHaveLength(1)
    expect(out).toContain('CONTRIBUTING.md: This line holds a password. [runbook/secret]')
    const read = JSON.parse((await runCli('inspect', folder, '--json')).out)
    const rules = (problems: { rule: string }[]) => problems.map(({ rule }) => rule.replace('runbook/', ''))
    expect(rules(read.runbooks[0].problems)).toEqual(['front-matter-invalid'])
    expect(rules(read.runbooks[0].check)).toEqual(['front-matter-invalid', 'step-without-action', 'dead-link'])
    expect(rules(read.problems)).toEqual(['secret'])
    rmSync(folder, { recursive: true })
  })

  it('R4 ends with 1 for a file that cannot be read, and says only that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    const file = join(folder, 'a.md')
    writeFileSync(file, Buffer.from([0x81, 0, 0x9f, 0, 0, 0xff, 0x10, 0]))
    const { out, code } = await runCli('inspect', file)
    expect(out).toMatch(/^\S*a\.md: The file is no text that can be read\. .*\n$/)
    expect(code).toBe(1)
    expect((await runCli('inspect', file, '--json')).code).toBe(1)
    rmSync(folder, { recursive: true })
  })

  it('R8 ends with 1 for a secret in a page that is no runbook, with 0 for warnings alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    writeFileSync(join(folder, 'a.md'), '# A\n\n1. Look\n2. TODO\n')
    expect((await runCli('inspect', folder)).code).toBe(0)
    writeFileSync(join(folder, 'CONTRIBUTING.md'), ['password', 'S3cr3tPa55word'].join(': '))
    expect((await runCli('inspect', folder, '--json')).code).toBe(1)
    rmSync(folder, { recursive: true })
  })

  it('R4 names what could not be read with its line, and ends with 2 where there is nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-inspect-'))
    expect((await runCli('inspect', folder)).code).toBe(2)
    writeFileSync(join(folder, 'a.md'), '---\ntitle: x\na: [\n---\n# A')
    const { out, code } = await runCli('inspect', folder)
    expect(out).toMatch(/line \d: error: .* \[runbook\/front-matter-invalid\]/)
    expect(code).toBe(1)
    expect((await runCli('inspect', join(folder, 'none.md'))).code).toBe(2)
    rmSync(folder, { recursive: true })
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJournalStore } from '../../electron/host/journal/journal-store.ts'
import { createTestClock } from '../../electron/host/test-clock.ts'
import { createIds } from '../../electron/host/ulid-ids.ts'
import { declaration, detectedAt, stated } from '../support/log-builder.ts'
import { runCli } from './run-cli.ts'

const ESCAPE = String.fromCharCode(27)

/** Files that were made to hurt the one who reads them. */
const hostile: Readonly<Record<string, string>> = {
  'escape-sequences.md': `# ${ESCAPE}[2J${ESCAPE}]0;owned${String.fromCharCode(7)}title\n## Diagnosis\n1. ${ESCAPE}[31mLook\r\u0008\n`,
  'workflow-command.md': '# A\n1. Look\n[::set-output name=x::y](gone.md)\n',
  'right-to-left.md': '# \u202Egnp.exe\n1. \u2066Look\u2069\n',
  'script.md': '# <script>alert(1)</script>\n<img src=x onerror=alert(1)>\n1. [x](javascript:alert(1))\n',
  'prototype.md': '---\n__proto__: {polluted: true}\nconstructor: x\nmatches: {__proto__: x}\n---\n# A\n1. Look\n',
  'aliases.md': `---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n---\n# A\n1. Look\n`,
  'deep.md': `${'> '.repeat(5_000)}x\n`,
  'wide.md': `| ${'a | '.repeat(5_000)}\n|${'---|'.repeat(5_000)}\n`,
  'nothing.md': '',
  'zeros.md': '\0\0\0',
  'half-a-pair.md': '# \uD800\n1. \uDC00 Look\n',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-hostile-'))
  for (const [name, text] of Object.entries(hostile)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('R7 hostile runbooks on the command line', () => {
  it.each([
    ['inspect'],
    ['inspect', '--json'],
    ['check', '--strict'],
    ['check', '--json'],
    ['check', '--format', 'sarif'],
    ['check', '--format', 'github'],
    ['check', '--fix', '--dry-run'],
  ])(
    'R7 %s %s %s neither fails nor writes to the terminal what the terminal would obey',
    async (command, ...options) => {
      const { code, out, error } = await runCli(command, folder, ...options)
      expect(code).toBeLessThan(2)
      const obeyed = [...`${out}${error}`].filter(
        (letter) => /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(letter) && letter !== '\n',
      )
      expect(obeyed).toEqual([])
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    },
  )

  it('R7 a link cannot speak to the runner of the workflow', async () => {
    const { out } = await runCli('check', folder, '--format', 'github')
    expect(out.split('\n').filter((line) => line.startsWith('::') && !/^::(?:error|warning) file=/.test(line))).toEqual(
      [],
    )
  })
})

describe('what others wrote cannot steer the terminal', () => {
  it.each([['list'], ['verify', '--all'], ['oncall'], ['oncall', '--who', 'ann']])('%s %s', async (...command) => {
    const data = join(folder, `data-${command.join('')}`)
    const store = createJournalStore({
      dataFolder: data,
      clock: createTestClock(detectedAt),
      ids: createIds(),
      readOnly: false,
    })
    store.create('20261114-0abc', [stated('incident.declared', declaration({ title: `${ESCAPE}[2Jlate` }))])
    store.close()
    const workspace = join(folder, `workspace-${command.join('')}`)
    mkdirSync(workspace)
    writeFileSync(
      join(workspace, 'team.yaml'),
      [
        'people: [{id: ann, name: "\\e[2JAnn", timezone: UTC}]',
        'rotation:',
        '  start: 2026-11-02',
        '  handover: {day: monday, at: "10:00", timezone: UTC}',
        '  weeks: [{primary: ann}]',
      ].join('\n'),
    )
    const { out } = await runCli(
      ...command,
      '--data',
      data,
      ...(command[0] === 'oncall' ? ['--workspace', workspace] : []),
    )
    expect(out).toMatch(command[0] === 'verify' ? /1 records/ : /u001b\[2J/)
    expect(out).not.toContain(ESCAPE)
  })
})

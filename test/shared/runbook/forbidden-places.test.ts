import { describe, expect, it } from 'vitest'
import { isForbiddenCode } from '../../../shared/runbook/forbidden-code.ts'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const read = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', '1. Restart: `systemctl restart relay`', ...lines)
const commandsOf = (...lines: string[]) =>
  read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
const fence = (...code: string[]) => ['', '```sh', ...code, '```', '']

/** The one step, and beside it what is forbidden. */
function expectOnlyRead(lines: readonly string[]): void {
  const { steps } = read('', ...lines, '', 'Look at the board.')
  const offered = steps.flatMap(({ commands }) => commands.map(({ text }) => text))
  expect(offered).toEqual(['systemctl restart relay'])
  expect(steps.map(({ text }) => text).join('\n')).not.toContain('pvc')
  expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
}

describe('R3.3 what stands below a ban is only read', () => {
  it.each([
    'What not to do',
    'What you should never do in production',
    "Don'ts",
    '❌ Do NOT do this',
    'Anti-patterns',
    'Forbidden actions',
    'Never',
    'Avoid',
    'Things to avoid',
    'Common mistakes',
    'Was man nicht tun sollte',
    'Verboten',
    'Niemals',
    'Ce qu’il ne faut pas faire',
    'Qué no hacer',
    'O que não fazer',
    'Cosa non fare',
    'Запрещено',
    '禁止事项',
    'やってはいけないこと',
    '금지 사항',
  ])('R3.3 the heading "%s"', (heading) => {
    expectOnlyRead([`## ${heading}`, '', `- Delete the claim with \`${BAD}\``, '', '## Notes'])
    expectOnlyRead([`### ${heading}`, ...fence(BAD), '## Notes'])
    expectOnlyRead([`### ${heading}`, '#### The claim', `1. Delete it: \`${BAD}\``, '## Notes'])
  })

  it.each([
    '**Never do the following:**',
    'Do not:',
    'You must not:',
    'Avoid these at all costs:',
    'Whatever you do, do not:',
    'Things you must never do:',
    'Under no circumstances:',
    'The following commands are forbidden:',
    'Auf keinen Fall:',
    'Ne jamais faire ceci :',
    '不要执行以下命令：',
  ])('R3.3 the words "%s"', (lead) => {
    expectOnlyRead([lead, '', `- Delete the claim with \`${BAD}\``])
    expectOnlyRead([lead, '', `1. Delete the claim with \`${BAD}\``])
    expectOnlyRead([`- ${lead.replaceAll('*', '')}`, `  - Delete the claim with \`${BAD}\``])
    expectOnlyRead([lead, ...fence(BAD)])
  })

  it.each([
    'Führe den folgenden Befehl nicht aus:',
    '以下のコマンドは実行しないでください。',
    'Do not run the following command.',
    'Do not run the following, it loses orders:',
    'Do not run the following, because it loses orders:',
    'Never run this (it deletes the log):',
    'Never run the following - it drops what is not yet written.',
    'Do not run the following, or you lose orders:',
    'N’exécutez jamais ceci :',
  ])('R3.5 the words "%s" above code', (lead) => {
    expectOnlyRead([lead, ...fence(BAD)])
    expectOnlyRead([lead, '', 'It drops the rows of the ring.', ...fence(BAD)])
  })

  it.each([
    '# never run in production',
    '# DANGER: never run in production',
    '# !!! DO NOT RUN THIS !!!',
    '// Warning: drops rows, do not use',
    'REM do not run this',
    '-- DO NOT RUN ON PRIMARY',
    '# nicht ausführen',
    '# 不要执行',
  ])('R3.3 the remark "%s" that opens code', (remark) => expectOnlyRead(fence(remark, BAD)))

  it('R3.3 a remark holds as far as the next one, and one behind a command on its line', () => {
    expect(commandsOf(...fence('# never run this', BAD, '', '# Use this instead', 'kubectl get pvc')).at(-1)).toMatch(
      /^# Use this instead\nkubectl get pvc$/,
    )
    expect(commandsOf(...fence('kubectl get pvc', `${BAD} # do not run this`, 'kubectl get pods')).slice(1)).toEqual([
      'kubectl get pvc',
      'kubectl get pods',
    ])
  })

  it.each(['**Do not run the above in production.**', '^ never run this one', 'The command above must never be run.'])(
    'R3.3 "%s" behind code',
    (words) => expectOnlyRead([...fence(BAD), words]),
  )

  it('R3.3 a summary, a call-out, a row and what is struck through', () => {
    expectOnlyRead(['<details><summary>Do not run this</summary>', ...fence(BAD), '</details>'])
    expectOnlyRead([':::danger', 'Never do these:', '', `1. \`${BAD}\``, ':::'])
    expectOnlyRead(['| Command | Notes |', '|---|---|', `| \`${BAD}\` | never run this, it drops rows |`])
    expectOnlyRead(['| Action | Command | Allowed |', '|---|---|---|', `| Drop it | \`${BAD}\` | NO |`])
    expectOnlyRead([`2. ~~Drop it: \`${BAD}\`~~ (old)`])
    expectOnlyRead([`2. <del>Drop it: \`${BAD}\`</del>`])
  })

  it.each([
    `DEPRECATED: \`${BAD}\``,
    `We no longer run \`${BAD}\`.`,
    `Rather than running \`${BAD}\`, look at the board.`,
  ])('R3.3 "%s"', (words) => expect(commandsOf('', words)).toEqual(['systemctl restart relay']))

  it('R3.3 names the code that is forbidden, with its lines', () => {
    const { forbidden } = read(
      '',
      'Never run this:',
      '',
      '```sh',
      BAD,
      '```',
      '',
      'Look:',
      '',
      '```sh',
      'kubectl get pvc',
      '```',
    )
    expect(forbidden).toEqual([{ line: 7, endLine: 9, text: BAD }])
    expect([6, 7, 9, 10].map((line) => isForbiddenCode(forbidden, BAD, line))).toEqual([false, true, true, false])
    expect([BAD, `  ${BAD}\n`, 'kubectl get pvc', ''].map((code) => isForbiddenCode(forbidden, code, null))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('R3.3 what is no ban of it is offered', () => {
  const GOOD = 'git status -s'
  it.each([
    "Don't panic:",
    'Do not go on before you ran these:',
    'Do not restart it until you have run the following:',
    'Never restart it without:',
    "Don't forget to:",
    'Do not wait. Do this:',
  ])('R3.3 below "%s"', (lead) => {
    expect(commandsOf('', lead, '', `- Look at it with \`${GOOD}\``)).toContain(GOOD)
  })

  it.each(['# do not run as root', '# do not run this twice', '# never restart the primary', '#!/bin/sh'])(
    'R3.3 behind the remark "%s"',
    (remark) => expect(commandsOf('', 'Look at it:', ...fence(remark, GOOD)).join('\n')).toContain(GOOD),
  )

  it.each(['Do not run this twice.', 'Do not run this while the ring drains.', 'Never mind the noise.'])(
    'R3.3 above "%s"',
    (words) => expect(commandsOf('', 'Look at it:', ...fence(GOOD), words)).toContain(GOOD),
  )

  it.each(["Dos and Don'ts", 'Avoid data loss', 'Never lose rows: look first', 'What to do'])(
    'R3.3 below the heading "%s"',
    (heading) => expect(commandsOf('', `### ${heading}`, `- Look at it with \`${GOOD}\``)).toContain(GOOD),
  )

  it('R3.3 below what is done instead', () => {
    expect(commandsOf('', '### What not to do', `- \`${BAD}\``, '#### Instead', `- Look with \`${GOOD}\``)).toEqual([
      'systemctl restart relay',
      GOOD,
    ])
  })
})

it.each([
  'Do not run it on the primary, use the replica:',
  'Do not restart it, this only hides the cause. Run this:',
  'Do not wait, run this:',
])('R3.5 no reason of a ban: "%s"', (lead) => {
  expect(commandsOf('', lead, ...fence(BAD))).toContain(BAD)
})

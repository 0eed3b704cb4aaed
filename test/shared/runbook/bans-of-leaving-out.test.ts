import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const CODE = 'kubectl get pvc ring-0'
const GOOD = 'systemctl restart relay'
const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', `1. Restart: \`${GOOD}\``, ...lines).steps.flatMap(({ commands }) =>
    commands.map(({ text }) => text),
  )
const fence = (...code: string[]) => ['', '```sh', ...code, '```']

describe('R3.3 a ban of leaving something out forbids nothing', () => {
  it.each([
    'Never skip this:',
    "Don't stop here:",
    'You must never leave out',
    'Do not miss',
    'Do not omit this:',
    'Never ever skip',
  ])('R3.3 "%s"', (lead) => {
    expect(commandsOf(`2. ${lead} \`${CODE}\``)).toEqual([GOOD, CODE])
    if (lead.endsWith(':')) {
      expect(commandsOf('', lead, ...fence(CODE))).toEqual([GOOD, CODE])
      expect(commandsOf('', `**${lead}**`, ...fence(CODE))).toEqual([GOOD, CODE])
    }
  })

  it.each([
    'Never run it as root:',
    'Do not run this twice:',
    'Never use it in parallel:',
    'Never restart two relays at once:',
    'Do not drain more than one ring at a time:',
  ])('R3.3 nor does a manner: "%s"', (lead) => {
    const code = `sudo -u app ${CODE}`
    expect(commandsOf('', lead, ...fence(code))).toEqual([GOOD, code])
  })

  it.each([
    'Nicht vergessen:',
    'Diesen Schritt nicht vergessen:',
    'Vergessen Sie nicht:',
    'Nicht nur einmal ausführen:',
    'Nicht löschen, sondern neu starten:',
    'Nicht überspringen:',
    'Niet vergeten:',
    'Niet alleen dit uitvoeren:',
    'Ne pas sauter :',
    'Bunu unutmayın:',
    'Не забывайте:',
    'Не забувайте:',
    '忘れないでください：',
    '잊지 마세요:',
    'Do not run it only once:',
  ])('R4 nor does one of another language, or of doing it once: "%s"', (lead) => {
    expect(commandsOf('', lead, ...fence(CODE))).toEqual([GOOD, CODE])
  })

  it.each([
    'Nicht ausführen:',
    'Diesen Befehl nicht ausführen:',
    'Führen Sie das nicht aus:',
    'Niet uitvoeren:',
    'Bunu çalıştırmayın:',
    'Не запускать:',
    '実行しないでください：',
    '실행하지 마세요:',
  ])('R4 "%s" does', (lead) => {
    expect(commandsOf('', lead, ...fence(CODE))).toEqual([GOOD])
  })

  it('R3.3 what runs as root below "Never run it as root:" is what it keeps from', () => {
    expect(commandsOf('', 'Never run it as root:', ...fence(`sudo ${CODE}`))).toEqual([GOOD])
  })

  it.each(['Never run this:', 'Do not stop the relay here:', 'Never leave it like this:', 'Do not run this by hand:'])(
    'R3.3 "%s" does',
    (lead) => {
      expect(commandsOf(`2. ${lead} \`${CODE}\``)).toEqual([GOOD])
      expect(commandsOf('', lead, ...fence(CODE))).toEqual([GOOD])
    },
  )
})

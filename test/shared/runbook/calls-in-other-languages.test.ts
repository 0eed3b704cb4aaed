import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 a call of an unknown tool is a command where an order runs it', () => {
  it.each([
    'Führe `ringctl drain` aus',
    'Lancez `ringctl drain`',
    'Ejecute `ringctl drain`',
    'Execute o comando `ringctl drain` no servidor',
    'Eseguire `ringctl drain`',
    'Voer `ringctl drain` uit',
    'Uruchom `ringctl drain`',
    'Запустите `ringctl drain`',
    '执行 `ringctl drain`',
    '`ringctl drain` を実行してください。',
    '`ringctl drain` 를 실행하세요.',
  ])('R3.3 "%s"', (order) => expect(commandsOf(`1. ${order}`)).toEqual(['ringctl drain']))

  it.each([
    '系统会自动执行 `ringctl drain`。',
    'Führe `ringctl drain` nicht aus',
    'Führe `ring-a` aus',
    'N’exécutez pas `ringctl drain`',
  ])('R3.3 "%s" offers none', (words) => expect(commandsOf('1. Look at the board.', '', words)).toEqual([]))

  it('R3.8 a column of actions that holds nothing but calls is one of commands', () => {
    const rows = [
      '| Do | Do not |',
      '|---|---|',
      '| `ringctl pause` | `ringctl purge` |',
      '| `ringctl drain` | `rm -rf /ring` |',
    ]
    expect(commandsOf(...rows)).toEqual(['ringctl pause', 'ringctl drain'])
  })
})

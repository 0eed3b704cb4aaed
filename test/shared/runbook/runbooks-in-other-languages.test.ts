import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

describe('R4 whole runbooks in other languages', () => {
  const stepsOf = (...lines: string[]) => {
    const { steps, scenarios } = runbookOf(...lines)
    return [...steps, ...scenarios.flatMap((scenario) => scenario.steps)].map(({ text }) => text)
  }

  it('R4 prose, expectations, causes and warnings of a French page', () => {
    expect(
      stepsOf(
        '# Relais en retard',
        '## Diagnostic',
        "Consultez d'abord le tableau de bord.",
        '',
        'Vérifiez ensuite la file :',
        '',
        '```sh',
        'relayctl status',
        '```',
        '',
        'Résultat attendu : la file est vide.',
        '',
        'Causes possibles :',
        '',
        '- Le relais est arrêté.',
        '- La base est lente.',
        '## Résolution',
        '1. Redémarrer le relais.',
        '',
        '> **Attention :** ne redémarrez jamais la base.',
      ),
    ).toEqual(["Consultez d'abord le tableau de bord.", 'Vérifiez ensuite la file', 'Redémarrer le relais.'])
  })

  it('R4 English headings above German bullets, of which those that only state something are none', () => {
    expect(
      stepsOf(
        '# Importer',
        '## Mitigation',
        '- Dienst neu starten',
        '- Der Speicher ist meist voll.',
        '- Bei vollem Speicher alte Archive löschen',
        '## Rollback',
        'Vorherige Version einspielen:',
        '',
        '```sh',
        'ringctl install 1.2',
        '```',
      ),
    ).toEqual(['Dienst neu starten', 'Bei vollem Speicher alte Archive löschen', 'Vorherige Version einspielen'])
  })

  it('R4 cases and steps in Chinese, with narrow marks as well', () => {
    expect(
      stepsOf(
        '# 队列积压',
        '## 处理方案',
        '如果队列已满,先清理旧消息。',
        '',
        '- 方案一:重启消费者',
        '- 队列会自动恢复',
      ),
    ).toEqual(['如果队列已满,先清理旧消息。', '方案一:重启消费者'])
  })

  it('R4 steps of a Ukrainian page, with a Russian one for the words they share', () => {
    expect(
      stepsOf(
        '# Сервіс',
        '## Усунення',
        'Перезапустіть сервіс:',
        '',
        '```sh',
        'relayctl restart',
        '```',
        '',
        'Це триває хвилину.',
      ),
    ).toEqual(['Перезапустіть сервіс'])
    expect(stepsOf('# Сервис', '## Решение', 'Если диск полон, удалите старые файлы.')).toEqual([
      'Если диск полон, удалите старые файлы.',
    ])
  })
})

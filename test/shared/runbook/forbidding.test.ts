import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'

describe('R3.3 what forbids is no step and offers no command, in any language', () => {
  it.each([
    ['Mitigation', 'Restart the relay.', `You must not run \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', `Do not under any circumstances run \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', `Do NOT try to fix it by running \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', `\`${BAD}\` must not be run.`],
    ['Mitigation', 'Restart the relay.', `\`${BAD}\` is strictly forbidden.`],
    ['Mitigation', 'Restart the relay.', `Under no circumstances run \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', `Never, ever, run \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', `It is not safe to run \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', `Nobody may run \`${BAD}\`.`],
    ['Mitigation', 'Restart the relay.', 'Avoid draining two rings at once.'],
    ['Mitigation', 'Restart the relay.', 'If the ring is full, do not drain it.'],
    ['Mitigation', 'Restart the relay.', 'Under no circumstances drain two rings.'],
    ['Maßnahmen', 'Den Ring neu starten.', `Niemals \`${BAD}\` verwenden.`],
    ['Maßnahmen', 'Den Ring neu starten.', `Verwenden Sie nicht \`${BAD}\`.`],
    ['Maßnahmen', 'Den Ring neu starten.', `Führen Sie \`${BAD}\` nicht aus.`],
    ['Maßnahmen', 'Den Ring neu starten.', `\`${BAD}\` darf nicht ausgeführt werden.`],
    ['Résolution', 'Redémarrer le relais.', `Vous ne devez pas utiliser \`${BAD}\`.`],
    ['Résolution', 'Redémarrer le relais.', `Il est interdit de lancer \`${BAD}\`.`],
    ['Résolution', 'Redémarrer le relais.', 'Ne redémarrez pas le relais.'],
    ['Resolución', 'Reiniciar el relé.', `Bajo ninguna circunstancia ejecute \`${BAD}\`.`],
    ['Resolución', 'Reiniciar el relé.', `Está prohibido ejecutar \`${BAD}\`.`],
    ['Resolução', 'Reiniciar o relé.', `Em hipótese alguma execute \`${BAD}\`.`],
    ['Resolução', 'Reiniciar o relé.', `É proibido executar \`${BAD}\`.`],
    ['Risoluzione', 'Riavviare il relè.', `In nessun caso eseguire \`${BAD}\`.`],
    ['Risoluzione', 'Riavviare il relè.', `È vietato eseguire \`${BAD}\`.`],
    ['Oplossing', 'Herstart de relay.', `Gebruik nooit \`${BAD}\`.`],
    ['Oplossing', 'Herstart de relay.', `Onder geen beding \`${BAD}\` uitvoeren.`],
    ['Działania', 'Zrestartuj przekaźnik.', `Pod żadnym pozorem nie uruchamiaj \`${BAD}\`.`],
    ['Działania', 'Zrestartuj przekaźnik.', `Zabrania się uruchamiać \`${BAD}\`.`],
    ['Řešení', 'Restartujte relé.', `V žádném případě nespouštějte \`${BAD}\`.`],
    ['Çözüm', 'Röleyi yeniden başlatın.', `\`${BAD}\` komutunu asla çalıştırmayın.`],
    ['Решение', 'Перезапустить реле.', `Ни в коем случае не запускайте \`${BAD}\`.`],
    ['Решение', 'Перезапустить реле.', `Строго запрещено выполнять \`${BAD}\`.`],
    ['Вирішення', 'Перезапустіть реле.', `За жодних обставин не запускайте \`${BAD}\`.`],
    ['处理步骤', '重启服务。', `千万不要执行 \`${BAD}\`。`],
    ['处理步骤', '重启服务。', `生产环境严禁直接执行 \`${BAD}\`。`],
    ['対応手順', 'サービスを再起動する。', `\`${BAD}\` を実行しないでください。`],
    ['対応手順', 'サービスを再起動する。', `絶対に \`${BAD}\` を実行しない。`],
    ['조치', '서비스를 재시작한다.', `절대 \`${BAD}\` 를 실행하지 마세요.`],
  ])('R3.3 %s: %s %s', (heading, order, ban) => {
    for (const lines of [
      [`- ${order}`, `- ${ban}`],
      [order, '', ban],
    ]) {
      const { steps } = runbookOf('# T', `## ${heading}`, ...lines)
      expect(steps.map(({ text }) => text)).toEqual([order])
      expect(steps.flatMap(({ commands }) => commands)).toEqual([])
      expect(`${steps[0]?.before}${steps[0]?.after}`).toContain(ban)
    }
  })

  it.each([
    'You must not run:',
    'Under no circumstances run:',
    'Auf keinen Fall ausführen:',
    '不要执行：',
    '実行しないでください:',
  ])('R3.5 nor is the code below "%s"', (lead) => {
    const { steps } = runbookOf('# T', '## Mitigation', '1. Restart the relay.', '', lead, '', '```sh', BAD, '```')
    expect(steps.flatMap(({ commands }) => commands)).toEqual([])
    expect(`${steps[0]?.before}${steps[0]?.after}`).toContain(BAD)
  })

  it.each([
    'Do not wait: run `jps -l`.',
    'Do not panic, run `jps -l`.',
    "Don't forget to run `jps -l`.",
    'Do not go on until `jps -l` shows it.',
    'Vergessen Sie nicht, den Dienst zu prüfen: `jps -l`.',
    "N'oubliez pas de lancer `jps -l`.",
    'No olvide ejecutar `jps -l`.',
    'Не забудьте выполнить `jps -l`.',
    '请不要忘记执行 `jps -l`。',
  ])('R3.1 "%s" asks all the same', (order) => {
    expect(runbookOf('# T', '## Mitigation', `1. ${order}`).steps[0]?.commands).toHaveLength(1)
  })

  it('R3.3 what is done without, or instead, is not offered', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      `1. Restart it without \`${BAD}\`.`,
      `2. Drain it, not \`${BAD}\`.`,
    )
    expect(steps.flatMap(({ commands }) => commands)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'relayctl purge --all'
const GOOD = 'systemctl restart relay'
const FENCE = ['```bash', BAD, '```']
const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', `1. Restart: \`${GOOD}\``, '', ...lines)

/** What is offered in a remedy that ends in these lines, and whether they are read beside it. */
function expectOnlyRead(...lines: string[]): void {
  const { steps } = read(...lines)
  expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([GOOD])
  expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
}

describe('R3.3 a ban of another language with the reason behind it', () => {
  it.each([
    'Niemals ausführen, es löscht Daten',
    'Führen Sie das nicht aus, sonst gehen Daten verloren',
    'Das darf nicht ausgeführt werden, weil es Daten löscht',
    'Den folgenden Befehl nie in Produktion ausführen (löscht Daten)',
    'Ne jamais exécuter, cela supprime les données',
    "N'exécutez pas ceci, sinon les données sont perdues",
    'Jamais en production, cela efface tout',
    'No ejecutes esto, borra los datos',
    'No se debe ejecutar (borra los datos)',
    'Nunca execute, pois apaga os dados',
    'Mai in produzione, perché cancella i dati',
    'Voer dit niet uit, want het verwijdert data',
    'Nigdy nie uruchamiać, kasuje dane',
    'Nespouštějte to, protože to smaže data',
    'Bunu çalıştırmayın, çünkü verileri siler',
    'Не выполняйте, это удалит данные',
    'Ніколи не запускати, бо видаляє дані',
    '请勿执行，会删除数据',
    '実行しないでください、データが消えます',
    '실행하지 마세요, 데이터가 삭제됩니다',
  ])('R3.3 "%s": above code, as a heading, in bold, in a quote and in a remark', (ban) => {
    expectOnlyRead(`${ban}:`, '', ...FENCE)
    expectOnlyRead(`### ${ban}`, '', ...FENCE)
    expectOnlyRead(`**${ban}:**`, '', ...FENCE)
    expectOnlyRead(`> **Warning:** ${ban}:`, '>', ...FENCE.map((line) => `> ${line}`))
    expectOnlyRead('```bash', `# ${ban}`, BAD, '```')
  })

  it.each([
    `\`${BAD}\` nicht ausführen, es löscht Daten`,
    `Jamais utiliser \`${BAD}\`, cela supprime les données`,
    `\`${BAD}\` komutunu çalıştırmayın, verileri siler`,
    `Jamais use \`${BAD}\``,
  ])('R3.3 "%s" in a bullet, and in a paragraph', (ban) => {
    expectOnlyRead(`${ban}.`)
    const { steps } = runbookOf('# T', '## Mitigation', `- Restart: \`${GOOD}\``, `- ${ban}`)
    expect(steps.flatMap(({ commands }) => commands)).toHaveLength(1)
  })

  it('R3.3 a trouble told in front of an order, and what a server answers, forbid nothing', () => {
    const told = 'Der Ring kann nicht starten, dann löschen'
    expect(read(`${told}:`, '', ...FENCE).steps.flatMap(({ commands }) => commands)).toHaveLength(2)
    expect(read('### Forbidden (403)', '', ...FENCE).steps.flatMap(({ commands }) => commands)).toHaveLength(2)
  })
})

describe('R3.3 a bold line that forbids what stands straight below it', () => {
  it.each(['Do not purge the rings, it loses data', 'Do not purge the rings', 'You must never purge a ring'])(
    'R3.3 "%s:"',
    (ban) => expectOnlyRead(`**${ban}:**`, '', ...FENCE),
  )

  it('R3.3 "Things you must not touch:", and not "Steps you must not skip:"', () => {
    expectOnlyRead('**Things you must not touch:**', '', `- \`${BAD}\``)
    const { steps } = read('**Steps you must not skip:**', '', `- \`${BAD}\``)
    expect(steps.flatMap(({ commands }) => commands)).toHaveLength(2)
  })

  it('R3.3 without a colon it leads to nothing', () => {
    const { steps } = read('**Never restart the relay while it drains**', '', '```bash', 'relayctl drain', '```')
    expect(steps.flatMap(({ commands }) => commands)).toHaveLength(2)
  })
})

describe('R3.3 a sentence of another language that ends in a full stop', () => {
  const offered = (line: string) =>
    read(line, '', ...FENCE).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

  it.each([
    'No ejecutar en producción porque borra los datos.',
    'No ejecute esto en producción ya que borra todo.',
    'Prohibido ejecutar esto.',
    'Diesen Befehl darf man nie ausführen!',
    'Niemals ausführen weil es Daten löscht.',
    'Finger weg davon!',
    'Ne pas exécuter en production car cela efface les données.',
    'Il est interdit de lancer ceci.',
    "Il est strictement interdit d'exécuter cette commande.",
    'Non eseguire questo comando in produzione perché cancella i dati.',
    'È vietato eseguire questo comando.',
    'Não execute isto porque apaga os dados.',
    'É proibido executar isto.',
    'Voer dit nooit uit in productie.',
    'Nooit uitvoeren op productie.',
    'Voer dit niet uit want het wist de data.',
    '不要在生产环境执行此命令,因为会删除数据。',
    '운영 환경에서 절대 실행하지 마세요.',
    '데이터가 삭제되므로 실행하지 마세요.',
    'Не запускать потому что удалит данные.',
    'Запрещено выполнять это.',
    'Заборонено виконувати це.',
    'Nie wolno uruchamiać tego polecenia.',
    'Nie uruchamiać bo kasuje dane.',
    'Nespouštějte to protože to smaže data.',
  ])('R3.3 "%s"', (line) => expect(offered(line)).toEqual([GOOD]))

  it.each([
    'Ejecute esto porque libera espacio.',
    'No olvide el namespace.',
    'No ejecutar dos veces.',
    'Diesen Befehl darf man nie zweimal ausführen!',
    'Diesen Befehl darf man ausführen.',
    'Wenn der Ring leer ist, nicht ausführen.',
    'Il est possible de lancer ceci.',
    'Exécutez ceci car la file est pleine.',
    'Eseguire questo comando perché libera spazio.',
    'Voer dit uit op productie.',
    'Voer dit nooit twee keer uit.',
    '在生产环境执行此命令,因为会释放空间。',
    '不要忘记命名空间。',
    '운영 환경에서 실행하세요.',
    '두 번 실행하지 마세요.',
    'Не запускать дважды.',
    'Запустите это, так как диск полон.',
  ])('R3.3 not "%s"', (line) => expect(offered(line)).toEqual([GOOD, BAD]))
})

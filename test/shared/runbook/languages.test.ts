import { describe, expect, it } from 'vitest'
import { languagesOf, looksForeign } from '../../../shared/runbook/languages/languages.ts'
import { isCountedStep } from '../../../shared/runbook/languages/step-words.ts'
import { cleanTitle, isNamedAsScenario } from '../../../shared/runbook/scenarios/scenario-names.ts'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { saysWhen, sentencesOf } from '../../../shared/runbook/words/sentences.ts'
import { stepKindOf } from '../../../shared/runbook/words/step-kind.ts'
import { topicOf, withoutNumber } from '../../../shared/runbook/words/topic.ts'
import { speaksOfTrouble } from '../../../shared/runbook/words/trouble-words.ts'
import { countsWays } from '../../../shared/runbook/words/ways.ts'
import { runbookOf } from './read-sample.ts'

describe('R4 where sentences end in other languages', () => {
  it.each([
    'Machen Sie keine Abz\u00FCge (z. B. \u00FCber den Ring) auf dem Ziel.',
    'Leeren Sie den Ring, d. h. Puffer und Warteschlange.',
    'Warten Sie ca. 5 Minuten.',
    '\u0420\u0430\u0437\u0432\u0435\u0440\u043D\u0438\u0442\u0435 \u0443\u0437\u0435\u043B, \u0441\u043C. \u0420\u0430\u0437\u0434\u0435\u043B 2.',
  ])('R4 no abbreviation ends one: "%s"', (sentence) => {
    expect(sentencesOf(sentence)).toHaveLength(1)
  })

  it('R4 but a full stop behind a letter does', () => {
    expect(sentencesOf('Leeren Sie Ring b. Starten Sie ihn neu.')).toHaveLength(2)
  })
})

describe('R4 what orders in other languages', () => {
  it.each([
    'Das Skript wird Sie nach dem Ort der Sicherung fragen.',
    'Nun wird der Dienst die Ringe wiederherstellen.',
    'In diesem Ordner finden Sie die Datei des Rings.',
  ])('R4 what a tool will do or one finds is no order: "%s"', (sentence) => {
    expect(moodOf(sentence)).not.toMatch(/order|advice|remedy/)
  })

  it.each([
    'Bitte beachten Sie, dass dies eine Stunde dauert.',
    'Veuillez noter que cela prend une heure.',
    'Tenha em mente que isso leva uma hora.',
    'Обратите внимание, что это занимает час.',
    'Pamiętaj, że to trwa godzinę.',
    'Sie sollten keine Kopien des Rings anlegen, während das Skript läuft.',
    'Das Öffnen des Rings bitte nicht abbrechen, sonst den Ring vom Strom trennen.',
    'Sie sollten diese Ordner nicht löschen, um den Ring nicht zu stören.',
    'Dies lässt sich auch für den zweiten Lader nutzen.',
    'Sonst kann es dazu führen, dass der Ring nie mehr öffnen kann.',
  ])('R4 what to know or not to do is none: "%s"', (sentence) => {
    expect(moodOf(sentence)).not.toMatch(/order|advice|remedy/)
  })

  it.each([
    'Achten Sie darauf, dass der Ring leer ist.',
    'Sie sollten nicht vergessen, den Ring zu prüfen.',
    'Обратите внимание на журнал.',
    'Sie sollten den Ring leeren.',
  ])('R4 but to look at it or to see to it is: "%s"', (sentence) => {
    expect(moodOf(sentence)).toMatch(/order|advice/)
  })

  it('R4 "Finden Sie heraus" is one', () => {
    expect(moodOf('Finden Sie heraus, welcher Ring voll ist.')).toBe('order')
    expect(topicOf('Kontakte der Ringwache')).toBe('escalation')
    expect(topicOf('\u041A\u043E\u043D\u0442\u0430\u043A\u0442\u044B \u043A\u043E\u043C\u0430\u043D\u0434\u044B')).toBe(
      'escalation',
    )
  })

  it.each([
    'Redémarrer le relais',
    'Vérifiez que la file est vide.',
    'Si le relais est arrêté, relancer la file',
    'Redémarrage du relais',
    'Reiniciar el conector',
    'Revise los registros del anillo',
    'En caso de fallo, escalar al equipo de guardia.',
    'Reinicie o serviço e confirme a fila',
    'Limpar a fila de mensagens',
    'Riavviare il servizio',
    'Controlla i log del relay',
    'Dienst neu starten',
    'Prüfen Sie die Warteschlange.',
    'Stelle sicher, dass der Ring leer ist.',
    'Wenn die Platte voll ist, alte Dateien löschen (df -h)',
    'Neustart des Dienstes',
    'Controleer de logs van de ring',
    'Logs van de relay bekijken',
    'Zrestartuj usługę i sprawdź logi',
    'Sprawdzić stan kolejki',
    'Restartujte službu',
    'Zkontrolovat stav fronty',
    'Перезапустите сервис',
    'Проверить логи воркера',
    'Если очередь растёт, откатите релиз.',
    'Перезапуск сервиса очереди',
    'Перевірте логи сервісу',
    'Servisi yeniden başlatın',
    'Logları kontrol edin.',
    '检查队列长度',
    '如果磁盘已满，请先清理旧日志',
    '使用 ringctl 重启服务',
    'サービスを再起動する',
    'ログを確認してください。',
    'ディスクが満杯の場合は、古いファイルを削除します',
    '서비스를 재시작한다',
    '큐 상태 확인',
    '로그를 확인하세요.',
  ])('%s', (sentence) => {
    expect(moodOf(sentence)).toBe('order')
  })
})

describe('R4 what only states something in other languages', () => {
  it.each([
    'Le relais est arrêté depuis une heure.',
    'Ne pas supprimer le volume.',
    'Vous devriez voir deux nœuds.',
    'El anillo está lleno.',
    'No borrar el volumen.',
    'A fila está cheia e não responde.',
    'Il servizio non risponde.',
    'Der Dienst ist nicht erreichbar.',
    'Die Warteschlange wird geleert.',
    'Erwartet: zwei Knoten laufen',
    'De wachtrij is vol.',
    'Kolejka jest pełna.',
    'Fronta je plná.',
    'Очередь растёт, сервис не отвечает.',
    'Не удаляйте том.',
    'Ожидаемый результат: статус ok',
    'Черга зростає.',
    '队列已满，服务无法响应。',
    '请勿删除数据卷。',
    'ディスクの使用率が85%を超えている。',
    'ボリュームを削除しないでください。',
    '디스크가 가득 찼을 때 발생한다.',
  ])('%s', (sentence) => {
    expect(['statement', 'untold']).toContain(moodOf(sentence))
  })
})

describe('R4 languages are told by scripts and small words', () => {
  it.each(['Restart the loader', 'Files under /var/cache', 'Active alerts', 'User profiles', 'SQLite mode'])(
    'English is none of them: %s',
    (sentence) => {
      expect(looksForeign(sentence)).toBe(false)
      expect(languagesOf(sentence).isKnown).toBe(false)
    },
  )

  it.each(['Files under the cache', 'Active alerts', 'User defined rings', 'Complete data loss'])(
    'nothing in English becomes an order of another language: %s',
    (sentence) => {
      expect(moodOf(sentence)).not.toBe('order')
    },
  )

  it('R4 sentences end in the full stops of Chinese and Japanese, and before letters without capitals', () => {
    expect(sentencesOf('队列已满。请先重启服务。')).toEqual(['队列已满。', '请先重启服务。'])
    expect(sentencesOf('큐를 비운다. 서비스를 재시작한다.')).toEqual(['큐를 비운다.', '서비스를 재시작한다.'])
  })

  it.each(['Si le disque est plein', 'Wenn der Ring voll ist', 'Если диск полон', '如果磁盘已满', '만약 실패하면'])(
    'R3 a case opens: %s',
    (sentence) => {
      expect(saysWhen(sentence)).toBe(true)
    },
  )

  it('R3 a look is a verify step and a case a decision, in any of the languages', () => {
    expect(stepKindOf('Vérifier la file', 'Vérifier la file')).toBe('verify')
    expect(stepKindOf('Логи проверить', 'Проверьте логи')).toBe('verify')
    expect(stepKindOf('Si falla, reiniciar', 'Si falla, reiniciar')).toBe('decision')
  })
})

describe('R4 times and places that open an order in other languages', () => {
  it.each([
    'Al termine controllare la tabella',
    'После перезапуска убедитесь, что очередь пуста.',
    'Po restarcie sprawdź logi',
    'Depois do restart verifique a fila',
  ])('an order: %s', (sentence) => {
    expect(moodOf(sentence)).toBe('order')
  })

  it('R4 what comes to pass by then is none', () => {
    expect(moodOf('Tras unos minutos el anillo debería volver a verde.')).toBe('statement')
  })
})

describe('R2 headings and step counts of other languages', () => {
  it.each([
    ['Fehlerbehebung', 'mitigation'],
    ['Premières vérifications', 'debugging'],
    ['Qué hacer', 'mitigation'],
    ['O que verificar', 'debugging'],
    ['Primi controlli', 'debugging'],
    ['Wat te doen', 'mitigation'],
    ['Objawy', 'symptoms'],
    ['Řešení', 'mitigation'],
    ['Çözüm adımları', 'mitigation'],
    ['Порядок действий', 'debugging'],
    ['Усунення', 'mitigation'],
    ['故障处理方案', 'mitigation'],
    ['排查思路', 'debugging'],
    ['暫定対応手順', 'mitigation'],
    ['장애 조치 방법', 'mitigation'],
  ])('R2 %s announces %s', (heading, topic) => {
    expect(topicOf(heading)).toBe(topic)
  })

  it.each([
    ['Étape 2 : Basculer', 'Basculer'],
    ['Schritt 3 - Dienst starten', 'Dienst starten'],
    ['Шаг 1. Проверить логи', 'Проверить логи'],
    ['第二步：重启服务', '重启服务'],
    ['2단계: 재시작', '재시작'],
  ])('R2 %s is counted', (heading, words) => {
    expect(isCountedStep(heading)).toBe(true)
    expect(withoutNumber(heading)).toBe(words)
  })
})

describe('R2 scenarios and ways of other languages', () => {
  it.each([
    'Сервис не отвечает',
    'API não responde',
    'El anillo está lleno',
    '队列积压',
    'ディスクの逼迫',
    '큐 적재 실패',
  ])('R2 %s speaks of trouble', (heading) => {
    expect(speaksOfTrouble(heading)).toBe(true)
  })

  it('R2 in an English sentence no word of another language does', () => {
    expect(speaksOfTrouble('Queries only, no ring call, so effectively free.')).toBe(false)
  })

  it.each([
    ['Сценарий 2: кольцо переполнено', 'кольцо переполнено'],
    ['Problème : anneau plein', 'anneau plein'],
    ['场景一：磁盘已满', '磁盘已满'],
  ])('R2 %s is a scenario', (heading, title) => {
    expect(isNamedAsScenario(heading)).toBe(true)
    expect(cleanTitle(heading)).toBe(title)
  })

  it.each([
    'Il y a deux façons de vider la file :',
    'Hay dos formas de reiniciar:',
    'Есть два способа:',
    '有两种方法：',
  ])('R2 %s counts ways', (line) => {
    expect(countsWays(line)).toBe(true)
  })
})

describe('R4 what tells of an act and is none', () => {
  it.each([
    'Ponowne uruchomienie trwa 20 minut.',
    'Neustart des Dienstes dauert zwei Minuten.',
    '扩容一般需要 3 分钟。',
  ])('R4 how long it takes: %s', (sentence) => {
    expect(moodOf(sentence)).not.toBe('order')
  })

  it('R2 Chinese numbers are no part of a heading, and what is ordered is no symptom', () => {
    expect(topicOf('二、排查')).toBe('debugging')
    const { scenarios } = runbookOf(
      '# Relay',
      '## Problem: ring full',
      'Empty the ring:',
      '',
      '```sh',
      'relayctl empty',
      '```',
      '## Problem: ring torn',
      'Reads fail.',
      '',
      '1. Mend the ring.',
    )
    expect(scenarios.map(({ symptoms }) => symptoms)).toEqual(['', 'Reads fail.'])
  })
})

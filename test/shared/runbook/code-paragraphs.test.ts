import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, commands }) => [
    text,
    ...commands.map((each) => each.text),
  ])

describe('R3 what was pasted into plain text without any mark-up', () => {
  it('R3 a paragraph of nothing but commands is code, and the one above says what for', () => {
    expect(
      stepsOf('Check the relays:', '', 'kubectl get pods', '', 'Restart it', '', 'ringtool restart --all'),
    ).toEqual([
      ['Check the relays', 'kubectl get pods'],
      ['Restart it', 'ringtool restart --all'],
    ])
  })

  it.each([
    ['$ ringtool open', 'ringtool open'],
    ['root@host:~# ringtool open', 'ringtool open'],
    ['Ring.find_by(id: 7).relay', 'Ring.find_by(id: 7).relay'],
    ['rs.status()', 'rs.status()'],
    ['SELECT id FROM locks;', 'SELECT id FROM locks;'],
  ])('R3 "%s" is one', (line, typed) => {
    expect(stepsOf('Look at the ring', '', line)).toEqual([['Look at the ring', typed]])
    expect(stepsOf('Look at the ring', line)).toEqual([['Look at the ring', typed]])
  })

  it('R3 a query may take several lines, and an aside in brackets is no part of it', () => {
    expect(stepsOf('Find it', '', 'SELECT id', 'FROM locks', 'WHERE open;')).toEqual([
      ['Find it', 'SELECT id\nFROM locks\nWHERE open;'],
    ])
    expect(stepsOf('Find it', '', 'Ring.find_by(id: 7)', '(note the id)')).toEqual([['Find it', 'Ring.find_by(id: 7)']])
  })

  it.each(['mysql 主库上执行备份', 'mysql slave pod (또는 container) 실행', 'docker перезапустить контейнер'])(
    'R3.3 a tool by its name and words of another script are none: "%s"',
    (line) => {
      expect(stepsOf(`1. ${line}`)).toEqual([[line]])
      const typed = "kubectl logs ring | grep '错误'"
      expect(stepsOf(`1. ${typed}`)).toEqual([[typed, typed]])
    },
  )

  it.each([
    ['`# systemctl stop ring@1`', 'systemctl stop ring@1'],
    ["`http 'http://localhost:9200/_cat/shards'`", "http 'http://localhost:9200/_cat/shards'"],
    ['`while sleep 5; do uptime; done`', 'while sleep 5; do uptime; done'],
  ])('R3.3 a code span alone is one behind the mark of the administrator, and so is a loop: %s', (line, typed) => {
    expect(stepsOf('We look at the ring', '', line)).toEqual([['We look at the ring', typed]])
    expect(stepsOf('Look at the ring.', '', '`# Ring notes`').flatMap(([, ...commands]) => commands)).toEqual([])
  })

  it('R3.14 is said once: beside the step stands neither its line nor that of its words', () => {
    const { steps } = runbookOf('# T', '## Diagnosis', 'Rings without a relay?', 'curl ring:9200/late | grep -v open')
    expect(steps.map(({ text, before, after }) => [text, before, after])).toEqual([['Rings without a relay?', '', '']])
    const items = runbookOf('# T', '## Fix', '1. Restore it:', '   pg_restore --clean --dbname ring ring.dump').steps
    expect(items.map(({ before, after }) => before + after)).toEqual([''])
  })

  it('R3 below the words of an item as well, on the next line or in a paragraph', () => {
    expect(stepsOf('1. Check the relays', 'kubectl get pods', '2. Restart it', '', '   $ relayctl restart')).toEqual([
      ['Check the relays', 'kubectl get pods'],
      ['Restart it', 'relayctl restart'],
    ])
  })

  it('R3 an item that is a command keeps it for its words', () => {
    expect(stepsOf('- df -h', '- Remove old logs')).toEqual([['df -h', 'df -h'], ['Remove old logs']])
  })

  it('R3 words that begin with the name of a tool are none', () => {
    expect(stepsOf('Check the relays.', '', 'git is where the manifests of the relays are kept.')).toEqual([
      ['Check the relays.'],
    ])
  })
})

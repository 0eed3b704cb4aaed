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

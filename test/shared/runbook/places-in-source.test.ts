import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const placesOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ line, text, commands }) => [
    line,
    text,
    ...commands.map((command) => command.line),
  ])

describe('R3 where steps and commands stand', () => {
  it('R3 a sentence of a paragraph stands on the line on which it begins', () => {
    expect(
      placesOf('Make sure the relays are up', 'and running. Drain', 'the [oldest ring](ring.md). Then restart', 'it.'),
    ).toEqual([
      [3, 'Make sure the relays are up and running.'],
      [4, 'Drain the oldest ring.'],
      [5, 'Then restart it.'],
    ])
  })

  it('R3 and so does the only one that asks', () => {
    expect(placesOf('The ring may be full.', 'Nothing is lost then.', 'Drain it first.')).toEqual([
      [5, 'Drain it first.'],
    ])
  })

  it('R3 a command stands on the line of its code', () => {
    expect(placesOf('1. Drain the ring,', '   then look at it', '   with `kubectl get rings`.')).toEqual([
      [3, 'Drain the ring, then look at it with kubectl get rings.', 5],
    ])
  })

  it('R3 what a paragraph says in front of its step stands beside that step', () => {
    const [drain, restart] = runbookOf(
      ...['# T', '## Diagnosis', '1. Drain the ring.', '', 'The store may be slow.', 'Restart it at once.'],
    ).steps
    expect([drain?.after, restart?.before]).toEqual(['', 'The store may be slow.'])
  })

  it('R3 and that of code in HTML is its own line, not that of its tag', () => {
    const [look] = runbookOf(
      '# T',
      '## Diagnosis',
      'See the rings.',
      '',
      '<pre class="terminal">',
      '$ ls /rings',
      '</pre>',
    ).steps
    expect(look?.commands).toEqual([{ language: '', text: 'ls /rings', line: 6 }])
  })
})

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

describe('R8 where links stand', () => {
  const dead = '[x](gone.md)'
  it.each([
    ['code', ['text `a', 'b` and', dead]],
    ['a tag', ['text <span', 'class="a">x</span>', dead]],
    ['the title of a link', ['[y](https://a.b', '"title") and', dead]],
    ['the name of a picture', ['![a', 'b](map.png) and', dead]],
    ['a comment', ['text <!-- a', '', dead]],
    ['a hard break', ['a\\', 'b  ', dead]],
    ['a label on a line of its own', ['**Symptom:** `a', 'b` c', `**Fix:** do ${dead}`]],
  ])('R8 below %s that goes over a line end', (_what, lines) => {
    const found = runbookOf('# T', '', ...lines).links.filter(({ href }) => href === 'gone.md')
    expect(found.map(({ line }) => line)).toEqual([5])
  })

  it('R8 a command below code over two lines stands on its own line', () => {
    expect(
      placesOf(
        '1. Read `the ring',
        '   of orders`, then run `kubectl get rings`,',
        '   then `kubectl get pods`.',
      )[0]?.slice(2),
    ).toEqual([4, 5])
  })
})

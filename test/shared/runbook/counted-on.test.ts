import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, depth, commands }) =>
    [`${'  '.repeat(depth)}${text}`, ...commands.map((command) => command.text)].join(' $ '),
  )

describe('R4 numbers that count on behind what stands between them', () => {
  it('R4 bullets and code at the margin belong to the number above', () => {
    expect(
      outline(
        '1) Look at the ring:',
        '',
        '- `kubectl get pods`',
        '',
        '2) Drain it',
        '',
        '```sh',
        'relayctl drain',
        '```',
        '',
        '3) Wait',
      ),
    ).toEqual(['Look at the ring', '  kubectl get pods $ kubectl get pods', 'Drain it $ relayctl drain', 'Wait'])
  })

  it('R4 a line that leads on to the next number is not of the one above, and lists that begin anew are lists of their own', () => {
    const show = ['1. Look at the ring', '', '```sh', 'relayctl show', '```', '']
    expect(outline(...show, 'If it is full:', '', '2. Drain it')).toEqual(
      outline(...show, 'If it is full:', '', '1. Drain it'),
    )
    expect(outline(...show, '1. Drain it')).toEqual(['Look at the ring $ relayctl show', 'Drain it'])
  })

  it('R3 a value that a tool answers is typed, though it is said what one sees', () => {
    const typed = 'TOKEN=$(kubectl get secret \\\n  --name a)'
    expect(outline('If it shows an error, the token may be old:', '', '```sh', typed, '```')).toEqual([
      `If it shows an error, the token may be old $ ${typed}`,
    ])
  })
})

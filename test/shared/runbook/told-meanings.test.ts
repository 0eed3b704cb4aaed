import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const bookOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines)
const textsOf = (...lines: string[]) => bookOf(...lines).steps.map(({ text }) => text)

describe('R3.6 what output means is no step', () => {
  const codes = [
    '   - **Exit code 137**: Out of memory. The ring was killed.',
    '   - **Exit code 1**: Error (bad settings).',
  ]

  it('R3.6 below the command of a number', () => {
    const lines = ['1. Describe the ring.', '   ```bash', '   ringctl describe b', '   ```']
    const { steps } = bookOf(...lines, ...codes, '2. Read its log.')
    expect(steps.map(({ text }) => text)).toEqual(['Describe the ring.', 'Read its log.'])
    expect(steps[0]?.after).toContain('Exit code 137')
  })

  it('R3.6 but a case and an order below it are', () => {
    const lines = ['1. Describe the ring.', '   ```bash', '   ringctl describe b', '   ```']
    expect(textsOf(...lines, '   - If it is full: the limit is too low.', '   - Restart the ring.')).toHaveLength(3)
  })

  it('R3.6 nor is what an option of the command above does, though it reads like an order', () => {
    const copy = ['1. Copy the ring:', '   ```bash', '   ringctl copy b --all', '   ```', '']
    const options = [
      '   Meaning of the options:',
      '',
      '   - `--all`: drain each reader first',
      '   - `-w`: return at once',
    ]
    const { steps } = bookOf(...copy, ...options, '2. Read its log.')
    expect(steps.map(({ text }) => text)).toEqual(['Copy the ring', 'Read its log.'])
    expect(steps[0]?.after).toContain('drain each reader')
    const keys = [
      '   - `k` \u2014 \u0443\u0441\u0442\u0430\u043D\u043E\u0432\u0438\u0442\u044C \u043A\u043E\u043B\u044C\u0446\u043E;',
      '   - `h=name` \u2014 \u0438\u043C\u044F \u0443\u0437\u043B\u0430',
    ]
    expect(textsOf(...copy, ...keys, '2. Read its log.')).toEqual(['Copy the ring', 'Read its log.'])
  })

  it('R3.6 below "Common messages:"', () => {
    const messages = ['- `OOMKilled` → The ring ran out of memory', '- `Back-off` → The picture cannot be pulled']
    expect(textsOf('Look at the events of the ring. Common messages:', '', ...messages)).toEqual([
      'Look at the events of the ring.',
    ])
  })

  it('R3.8 nor are the rows of a table that names jobs and why they fail', () => {
    const table = [
      '| Task | Likely cause |',
      '|---|---|',
      '| scan | A secret in the source |',
      '| unit | A failing test |',
    ]
    expect(textsOf('1. Look at the run.', '## Jobs', ...table)).toEqual(['Look at the run.'])
  })

  it('R3.8 a "First check" follows in brackets', () => {
    const table = ['| Job | First check | Fix |', '|---|---|---|', '| load | rights of the role | rerun the load |']
    expect(textsOf(...table)).toEqual(['load: rerun the load (First check: rights of the role)'])
  })
})

describe('R3.1 what states', () => {
  it.each([
    'Trigger this runbook when one of the following holds.',
    'Common causes: disk full, a taint that keeps it from its node.',
    'It is worth mentioning that the relay works without a ring.',
  ])('R3.1 "%s" asks for nothing', (text) => {
    expect(textsOf('1. Look at the ring.', '', text, '', '2. Drain it.')).toEqual(['Look at the ring.', 'Drain it.'])
  })

  it('R3.1 "It is worth restarting the relay" does', () => {
    expect(textsOf('It is worth restarting the relay.')).toEqual(['It is worth restarting the relay.'])
  })
})

describe('R3.12 a script with examples', () => {
  const script = (...lines: string[]) => bookOf('```bash', ...lines, '```').steps
  const [list, log] = [
    ['# List the rings', 'ringctl list', ''],
    ['# Get the log of one', 'ringctl log <ring>', ''],
  ]

  it('R3.12 the call above, filled in, is read beside and not run again', () => {
    const steps = script(...list, ...log, '# Example:', 'ringctl log ring-abc')
    expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([
      'ringctl list',
      'ringctl log <ring>',
    ])
    expect(steps.map(({ before, after }) => before + after).join('')).toBe(
      '```bash\n# Example:\nringctl log ring-abc\n```',
    )
  })

  it('R3.12 what came out is no word of the remark above it', () => {
    const steps = script(
      ...list,
      ...log,
      '# Look for a ring that is full',
      '# Example output:',
      '# NAME  STATE',
      '# b  full',
    )
    expect(steps.at(-1)?.text).toBe('Look for a ring that is full')
    expect(steps.map(({ before, after }) => before + after).join('')).toContain('# b  full')
  })

  it('R3.12 "in whatever way you like" goes with the number above it', () => {
    const lead = ['1\\. Install it', '', 'in whatever way you like. Here is one.', '']
    const { steps } = bookOf(...lead, '```', 'make install', '```', '', '2\\. Run it', '', '```', 'make run', '```')
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Install it', 1],
      ['Run it', 1],
    ])
  })
})

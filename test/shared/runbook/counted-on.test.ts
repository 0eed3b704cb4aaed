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

  it('R3.2 letters at the margin count the paragraphs behind them, with the code between, and are no words', () => {
    const code = (text: string) => ['', '```', text, '```', '']
    expect(
      outline(
        '',
        'a. Open the ring:',
        ...code('ringctl open b'),
        'b. Run the following:',
        '',
        'Note: here it is set in the shell of the relay.',
        ...code('export RING=b'),
        'Drain it:',
        ...code('ringctl drain b'),
      ),
    ).toEqual(['Open the ring $ ringctl open b', 'Run the following $ export RING=b', 'Drain it $ ringctl drain b'])
  })

  it('R3.2 a letter below another heading counts nothing on', () => {
    const lines = ['', 'a. Open the ring.', '', '### Then', '', 'b. Drain it.', '']
    expect(outline(...lines)).toEqual(['Open the ring.', 'b. Drain it.'])
  })

  it('R3.2 numbers that are all written "1.", with bullets at the margin below each, are one list', () => {
    const lines = [
      '1. Go to the ring',
      '',
      '- `kubectl get ring`',
      '',
      '1. Drain it',
      '',
      '- `kubectl drain b`',
      '',
      '1. Wait',
    ]
    expect(outline(...lines)).toEqual([
      'Go to the ring',
      '  kubectl get ring $ kubectl get ring',
      'Drain it',
      '  kubectl drain b $ kubectl drain b',
      'Wait',
    ])
  })

  it('R4 a line that leads on to the next number is not of the one above, and lists that begin anew are lists of their own', () => {
    const show = ['1. Look at the ring', '', '```sh', 'relayctl show', '```', '']
    expect(outline(...show, 'If it is full:', '', '2. Drain it')).toEqual(
      outline(...show, 'If it is full:', '', '1. Drain it'),
    )
    expect(outline(...show, '1. Drain it')).toEqual(['Look at the ring $ relayctl show', 'Drain it'])
  })

  it('R3.2 words and code below a number that only orders are of it, up to the next number', () => {
    const restart = ['This is done by asking the ring, in turn:', '', '```sh', 'ringctl remove a', '```', '']
    expect(outline('1. Remove the ring.', '', ...restart, 'Do this for each ring.', '', '2. Tell its owner.')).toEqual([
      'Remove the ring. $ ringctl remove a',
      '  Do this for each ring.',
      'Tell its owner.',
    ])
  })

  it('R3.2 words below several numbers, or below one that orders nothing, stand for themselves', () => {
    expect(outline('1. Drain it', '2. Open it', '', 'Restart the relay.', '', '3. Close it')).toContain(
      'Restart the relay.',
    )
    expect(outline('1. status = late', '', 'Run `ringctl drain` once.', '', '2. status = torn')).toContain(
      'Run ringctl drain once. $ ringctl drain',
    )
  })

  it('R3.2 how a number is done belongs to it, though the line ends in a colon; what leads to the next one does not', () => {
    const code = ['', '```sh', 'ringctl grow b', '```', '']
    const grow = ['2. Grow the ring', '', 'Tell it the new size:', ...code, '3. Close it']
    expect(outline('1. Open the console', '', 'Use the key of the relay to open it:', '', ...grow)).toEqual([
      'Open the console',
      '  Use the key of the relay to open it',
      'Grow the ring',
      '  Tell it the new size $ ringctl grow b',
      'Close it',
    ])
    expect(outline('1. Open the console', '', 'Do the following for each ring:', '', ...grow)[0]).not.toContain('Use')
  })

  it('R3.2 bullets at the margin are of the last number, too, where the numbers above have theirs there', () => {
    const lines = ['1. Look at the ring:', '', '- Open its board.', '', '2. Drain it:', '', '- Stop the relay.']
    expect(outline(...lines)).toEqual(['Look at the ring', '  Open its board.', 'Drain it', '  Stop the relay.'])
  })

  it('R3.2 the last of bullets with their code at the margin has its own, whatever it begins with', () => {
    const code = (ring: string) => ['', '```sql', `SELECT size FROM rings WHERE name = '${ring}';`, '```', '']
    const lines = ['- Look at the board.', '- Query the size:', ...code('b'), '- Sample late rings to see why:']
    expect(outline(...lines, ...code('c'))).toEqual([
      'Look at the board.',
      "Query the size $ SELECT size FROM rings WHERE name = 'b';",
      "Sample late rings to see why $ SELECT size FROM rings WHERE name = 'c';",
    ])
  })

  it('R3.14 a warning straight above the next number is not of the one above', () => {
    const { steps } = runbookOf(
      '# T',
      '## Fix',
      '1. Stop it.',
      '',
      'It is done with:',
      '',
      '```sh',
      'ringctl stop',
      '```',
      '',
      '**Warning:** it loses data.',
      '',
      '2. Delete it.',
    )
    expect(steps.at(-1)?.before).toContain('it loses data')
  })

  it('R3 a value that a tool answers is typed, though it is said what one sees', () => {
    const typed = 'TOKEN=$(kubectl get secret \\\n  --name a)'
    expect(outline('If it shows an error, the token may be old:', '', '```sh', typed, '```')).toEqual([
      `If it shows an error, the token may be old $ ${typed}`,
    ])
  })
})

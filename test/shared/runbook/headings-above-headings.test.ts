import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# Relay late', ...lines).steps
const textsOf = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

describe('R3.11 headings that order', () => {
  it('R3.11 above headings without a step is one, with all that stands below it', () => {
    const steps = stepsOf(
      '## Steps',
      '### 1) List the rings',
      '```sh',
      'relayctl list',
      '```',
      '### 2) Examine the events',
      '#### 2.1) A bad name',
      'Then the ring cannot be read.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['List the rings', 'Examine the events'])
    expect(steps[1]?.before).toContain('Then the ring cannot be read.')
  })

  it('R3.11 is none where one below it has steps', () => {
    expect(textsOf('## Fix', '### Restart the ring', '#### On the relay', '1. Drain it.')).toEqual(['Drain it.'])
  })

  it('R3.11 is one above nothing but where to read about it', () => {
    expect(
      textsOf(
        '## Diagnosis',
        '1. Drain the ring.',
        '### Check the state of the ring',
        'It may be bad. For the limits of a ring, refer to [the book](https://book.example).',
      ),
    ).toEqual(['Drain the ring.', 'Check the state of the ring'])
  })
})

describe('R3.13 lists that only name headings', () => {
  it('R3.13 are contents, whatever their marks', () => {
    expect(
      textsOf(
        '1. Check the [board](https://board.example),',
        '2. Restart the ring,',
        '',
        '## 1. Check the board',
        'Look at the lag.',
        '## 2. Restart the ring',
        '```sh',
        'relayctl restart ring',
        '```',
      ),
    ).toEqual(['Check the board', 'Restart the ring'])
  })

  it('R3.13 are none where one item says more', () => {
    expect(
      textsOf('1. Check the board.', '2. Drain the ring.', '', '## 1. Check the board', '## Notes', 'None.').slice(
        0,
        2,
      ),
    ).toEqual(['Check the board.', 'Drain the ring.'])
  })
})

describe('R2.2 labels on lines of one paragraph', () => {
  it('R2.2 without bold marks are told apart where they announce something', () => {
    const { scenarios } = runbookOf(
      '# Relay late',
      '## Troubleshooting',
      '### Ring gone',
      'Symptom: not found',
      'Solutions:',
      '1. Confirm that it is open',
      '2. Restart the ring',
      '### Ring shut',
      'Symptom: refused',
      '',
      'Solutions:',
      '1. Open it',
    )
    expect(scenarios.map(({ title, symptoms, steps }) => [title, symptoms, steps.map(({ text }) => text)])).toEqual([
      ['Ring gone', 'not found', ['Confirm that it is open', 'Restart the ring']],
      ['Ring shut', 'refused', ['Open it']],
    ])
  })
})

describe('R2.1 what a heading announces', () => {
  it.each(['Caveats', 'Security considerations', 'Related monitoring'])(
    'R2.1 "%s" announces nothing to do',
    (heading) => {
      expect(textsOf('## Fix', '1. Drain the ring.', `## ${heading}`, '- Restrict who may open it.')).toEqual([
        'Drain the ring.',
      ])
    },
  )

  it('R2.1 "Diagnose late rings" announces the diagnosis', () => {
    expect(
      textsOf(
        '## Diagnose late rings',
        '**When it happens**',
        '',
        'At night.',
        '',
        '**Check the state of it**',
        '',
        'It may be bad.',
        '## Fix',
        '1. Go.',
      ),
    ).toEqual(['Check the state of it', 'Go.'])
  })
})

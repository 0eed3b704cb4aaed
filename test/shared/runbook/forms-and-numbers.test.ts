import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]) => runbookOf('# Relay', '## Resolution', ...lines).steps.map(({ text }) => text)

describe('R2 forms of labels', () => {
  it('R2 "Symptom, Cause, Fix" told several times are scenarios, named by what is seen', () => {
    const { scenarios, steps } = runbookOf(
      '# Troubleshooting the ring',
      '**Symptom:** readers stop.',
      '**Cause:** a storm.',
      '**Fix:** Restart the readers.',
      '',
      '**Symptom:** the disk fills up',
      '**Cause:** no retention.',
      '**Fix:**',
      '1. Find the ring.',
      '2. Set a retention.',
    )
    expect(scenarios.map(({ title, steps: own }) => [title, ...own.map(({ text }) => text)])).toEqual([
      ['readers stop', 'Restart the readers.'],
      ['the disk fills up', 'Find the ring.', 'Set a retention.'],
    ])
    expect(steps).toEqual([])
  })

  it('R2 one form alone is one course of steps', () => {
    const { scenarios, steps } = runbookOf('# Ring', '**Problem:** readers stop.', '**Fix:** Restart the readers.')
    expect(scenarios).toEqual([])
    expect(steps.map(({ text }) => text)).toEqual(['Restart the readers.'])
  })

  it('R2 facts on lines of their own stay one text where none of them announces steps', () => {
    const { steps } = runbookOf('# Ring', '**Owner:** Tom', '**Board:** https://b', '', '## Fix', 'Restart it.')
    expect(steps.map(({ text }) => text)).toEqual(['Restart it.'])
  })

  it('R3 "Problem" and "Solution" of an item are its case and its step', () => {
    expect(
      textsOf(
        '- **Problem**: readers stop',
        '  **Solution**: restart the readers at once',
        '- **Problem**: the disk is full',
      ),
    ).toContain('readers stop: restart the readers at once')
  })

  it('R2 headings below "Causes and remedies" are scenarios', () => {
    const { scenarios } = runbookOf(
      '# Ring',
      '## Causes and remedies',
      '### Runaway journal',
      'Drop the slot.',
      '### Real growth',
      'Add a disk.',
    )
    expect(scenarios.map(({ title }) => title)).toEqual(['Runaway journal', 'Real growth'])
  })
})

describe('R3 numbers that Markdown does not know', () => {
  it.each([
    ['1.Stop it', '2.Drain it', '3.Start it'],
    ['1、Stop it', '2、Drain it', '3、Start it'],
    ['(1) Stop it', '(2) Drain it', '(3) Start it'],
    ['① Stop it', '② Drain it', '③ Start it'],
    ['**1.** Stop it', '**2.** Drain it', '**3.** Start it'],
    ['1\\. Stop it', '2\\. Drain it', '3\\. Start it'],
  ])('R3 %s', (...lines) => {
    expect(textsOf(...lines)).toEqual(['Stop it', 'Drain it', 'Start it'])
  })

  it('R3 bold and escaped ones may stand in paragraphs of their own', () => {
    expect(textsOf('**1.** Stop it', '', '**2.** Drain it')).toEqual(['Stop it', 'Drain it'])
    expect(textsOf('1\\. Stop it', '', '2\\. Drain it')).toEqual(['Stop it', 'Drain it'])
  })

  it('R3 a number above a line of dashes is of a heading', () => {
    const { steps } = runbookOf('Ring', '====', '', '1. Daily look', '-------------', '', 'Check the ring.')
    expect(steps.map(({ section }) => section)).toEqual(['1. Daily look'])
  })

  it('R3 a version is no number', () => {
    expect(textsOf('1.x is gone.', '2.x is served.', '', 'Restart it.')).toEqual(['Restart it.'])
  })
})

describe('R3 questions and counts above what follows', () => {
  it('R3 "What to check first?" announces what to check', () => {
    expect(textsOf('What to check first?', '', '- used memory', '- evicted keys')).toEqual([
      'used memory',
      'evicted keys',
    ])
  })

  it('R3 headings below "There are two usual reasons." are cases', () => {
    const { steps } = runbookOf(
      '# Ring late',
      '## Investigation',
      'There are two usual reasons.',
      '### 1 - The source is late',
      'Call the shop.',
      '### 2 - The sync was killed',
      'Start it again.',
    )
    expect(steps.map(({ text }) => text)).toEqual([
      'The source is late: Call the shop.',
      'The sync was killed: Start it again.',
    ])
  })

  it('R3 bold words on the first line of an item are its label', () => {
    expect(textsOf('1. **Warm up**', '   Run the job of the ring.')).toEqual(['Warm up: Run the job of the ring.'])
  })
})

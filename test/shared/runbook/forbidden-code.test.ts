import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 code in a clause that keeps from it is no command, whatever the verb', () => {
  it.each([
    'Do **not** reach for `kubectl delete pvc relay-0` first.',
    "Don't resort to `git push --force`.",
    'Restart it, and never fall back to `DROP TABLE rings`.',
    'Drain it. You should never lean on `rm -rf /ring`, nor on `git clean -fdx`.',
    'Never go near any of these: `git push --force`.',
    'Do not reset, replay or purge it with `git reset --hard`.',
    'Avoid cleaning up with `rm -rf /ring`.',
    'Drain it (do not try your luck with `git reset --hard`).',
    'No recurra nunca a `kubectl delete pvc relay-0` con prisa.',
  ])('R3.3 "%s" offers none', (text) => {
    expect(commandsOf(`1. ${text}`)).toEqual([])
    expect(commandsOf('1. Look.', '', `   ${text}`)).toEqual([])
    expect(commandsOf(text)).toEqual([])
  })

  it('R3.3 nor is the code below such words, or on a line among others', () => {
    const code = ['', '```sh', 'git push --force', '```', '', 'Look at the board.']
    expect(commandsOf('1. Drain the ring.', '', 'You should never resort to:', ...code)).toEqual([])
    expect(commandsOf('Drain the ring', 'Open it. Never reach for `git push --force`', 'Look at the board')).toEqual([])
  })

  it.each(['# DO NOT RUN — propose it as a change', '# Do not run this', '-- never execute:'])(
    'R3.3 nor is code that begins with "%s", wherever it stands',
    (remark) => {
      const code = ['```bash', remark, 'kubectl edit configmap relay', '```']
      for (const above of [[], ['Change the settings:', ''], ['1. Change the settings:']]) {
        expect(commandsOf(...above, ...code, '', 'Look at the board.')).toEqual([])
      }
      expect(commandsOf('1. Change the settings:', '', ...code.map((line) => `   ${line}`))).toEqual([])
    },
  )

  it('R3.3 but a remark that forbids it in one place only is a caution', () => {
    const code = ['```bash', '# Do not run this on the primary', 'kubectl edit configmap relay', '```']
    expect(commandsOf('1. Change the settings:', '', ...code.map((line) => `   ${line}`))).toHaveLength(1)
  })

  it.each([
    'Do not go on before you have run `git status -s`.',
    'Do not wait, run `git status -s`.',
    'Do not panic: run `git status -s`.',
    "Don't forget to run `git status -s`.",
    'Avoid losing rows by running `git status -s`.',
    'If you do not see it, run `git status -s`.',
    'Look (it never touches rows) with `git status -s`.',
    'Do not use the board; use `git status -s`.',
  ])('R3.3 "%s" offers it', (text) => {
    expect(commandsOf(`1. ${text}`)).toEqual(['git status -s'])
  })
})

describe('R3.5 code below a heading that forbids to run it is only shown', () => {
  const code = ['```bash', 'ringctl purge --all', '```']

  it.each([
    'Class 2: risky (propose a change, do not execute)',
    'Purge — never run this by hand',
    "Don't use these",
    'Do not run in production',
  ])('R3.5 "%s", below its headings too', (heading) => {
    const after = ['## Verification', 'Look at the board.']
    for (const below of [[], ['#### If it is lost']]) {
      expect(commandsOf(`### ${heading}`, ...below, ...code, ...after)).toEqual([])
      expect(commandsOf(`### ${heading}`, ...below, 'Run `ringctl purge --all`.', ...after)).toEqual([])
      for (const plain of ['1. ringctl purge --all', '> ringctl purge --all', 'kubectl delete pvc ring'])
        expect(commandsOf(`### ${heading}`, ...below, 'Purge it:', '', plain, '', ...after)).toEqual([])
      expect(commandsOf(`### ${heading}`, ...below, '1. Purge it:', '', ...code.map((line) => `   ${line}`))).toEqual(
        [],
      )
    }
  })

  it('R3.5 it stays readable, and what stands beside it is offered', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '### Drain it',
      '```sh',
      'ringctl drain',
      '```',
      '### Purge (do not run)',
      ...code,
    )
    expect(steps.flatMap(({ commands }) => commands)).toHaveLength(1)
    expect(steps.map(({ before, after }) => before + after).join('')).toContain('ringctl purge --all')
  })

  it.each(['Drain it (do not use kill)', 'Drain it (do not run two at once)', 'Verify, do not assume'])(
    'R3.5 "%s" forbids something else',
    (heading) => {
      expect(commandsOf(`### ${heading}`, ...code)).toEqual(['ringctl purge --all'])
    },
  )

  it('R3.5 nor is a script that begins with the ban, in an item', () => {
    const script = ['# Do not run', '# Drain the ring', 'ringctl drain', '', '# Restart the relay', 'ringctl restart']
    expect(commandsOf('1. Look:', '', ...['```bash', ...script, '```'].map((line) => `   ${line}`))).toEqual([])
  })
})

describe('R3.3 the wrong way beside the right one is only shown', () => {
  const python = (line: string) => ['```python', line, '```']

  it.each([
    ['# WRONG (keeps the old file)', '# CORRECT (takes the new one)'],
    ['# Bad: keeps the old file', '# Better: takes the new one'],
    ['# BEFORE (BUGGY)', '# AFTER (FIXED)'],
    ['# Do NOT do this', '# Do this instead'],
  ])('R3.3 below "%s" in a script, and not below "%s"', (wrong, right) => {
    const script = [wrong, 'docker restart ring', '', right, 'docker compose up -d ring']
    for (const above of [[], ['# Take the new file', '']]) {
      const code = ['```bash', ...above, ...script, '```']
      for (const lead of [[], ['**Step 1**: Take the new file']]) {
        const all = commandsOf(...lead, ...code).join('\n')
        expect(all).toContain('docker compose up -d ring')
        expect(all).not.toContain('docker restart ring')
      }
    }
  })

  it('R3.3 but a remark on what came out forbids nothing', () => {
    const script = ['ringctl check', '# Good: 0', '# Bad: 1', 'ringctl drain']
    expect(commandsOf('```bash', ...script, '```').join('\n')).toContain('ringctl drain')
  })

  it.each(['**Buggy pattern** (loses rows):', 'Buggy code (loses rows):', '**Wrong** (loses rows):'])(
    'R3.3 below "%s"',
    (label) => {
      const wrong = [label, ...python('ring = rows.filter(late)')]
      const right = ['', '**Correct pattern** (keeps them):', ...python('ring = rows.filter(late == True)')]
      expect(commandsOf('1. Look at the rows.', '', ...wrong, ...right)).toEqual(['ring = rows.filter(late == True)'])
    },
  )
})

describe('R3.13 how the trouble comes about is only shown', () => {
  it.each([
    'The disk quota can be triggered with a loop:',
    'To demonstrate this, fill the ring:',
    'Fill the ring to see what happens when no space is left:',
  ])('R3.13 "%s"', (lead) => {
    const code = ['', '```sh', 'while true; do ringctl put b; done', '```']
    expect(commandsOf('1. Look at the ring.', '', lead, ...code)).toEqual([])
  })

  it('R3.13 but not what brings about what one wants', () => {
    expect(commandsOf('The backup can be triggered with:', '', '```sh', 'ringctl backup', '```')).toEqual([
      'ringctl backup',
    ])
  })
})

describe('R3.14 what one scenario forbids', () => {
  const scenario = (name: string, ...lines: string[]) => [`## Issue: ${name}`, '### Diagnosis', ...lines, '']

  it('R3.14 is read in that scenario, and in no other', () => {
    const wrong = ['1. Look at the rows.', '', '**Bad:**', '```python', 'ring = rows.filter(late)', '```']
    const { scenarios } = runbookOf('# T', ...scenario('Rows lost', ...wrong), ...scenario('Ring late', '1. Drain it.'))
    const told = scenarios.map(({ steps }) => steps.map(({ before, after }) => before + after).join(''))
    expect(told.map((words) => words.includes('rows.filter'))).toEqual([true, false])
  })
})

import { describe, expect, it } from 'vitest'
import { codeOfItem, runbookOf, stepTexts } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const texts = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)
const withCommands = (...lines: string[]) =>
  stepsOf(...lines).map(({ text, commands }) => [text, ...commands.map((command) => command.text)])

describe('R2 headings that announce steps', () => {
  it.each([
    'First Line Troubleshooting',
    'Potential resolution steps',
    'Checklists',
    'Other things to check',
    'Steps to check',
  ])('R2 %s announces steps', (heading) => {
    expect(stepTexts('# T', '## Overview', '- Look here first', `## ${heading}`, '- Restart the ring')).toEqual([
      'Restart the ring',
    ])
  })

  it('R3 beside headings that announce steps, one that asks for something and holds commands counts', () => {
    expect(
      stepTexts(
        '# T',
        '## Smoke test',
        '### Ensure rings exist',
        '    kubectl get rings',
        '## Diagnosis',
        '1. Restart the ring',
      ),
    ).toEqual(['Ensure rings exist', 'Restart the ring'])
  })

  it('R4 what stands below "Symptoms" under a heading of its own is the last resort', () => {
    expect(
      stepTexts('# T', '## Symptoms', 'Pages are slow.', '### Cache', "Then it's worth checking the worker."),
    ).toEqual(["Then it's worth checking the worker."])
  })
})

describe('R2 R3 labels and code as people type them', () => {
  it('R2 "Escalate when:" above a list is the escalation', () => {
    const { steps, parts } = runbookOf('# T', 'Fix:', '', '- Restart the ring', '', 'Escalate when:', '', '- It loops')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the ring'])
    expect(parts.map(({ kind }) => kind)).toContain('escalation')
  })

  it('R3 the parts that a thing is made of are no steps', () => {
    expect(stepTexts('# T', '## Components', '- Shell / Bash scripts', '## Workflow', '1. Restart the ring')).toEqual([
      'Restart the ring',
    ])
  })

  it('R3 code that is to be run is a command, whatever the words name and whatever it sets first', () => {
    const words = 'To get the logs of the ring check them directly or run the following:'
    const code = ['RING=a1', 'kubectl logs $RING']
    expect(withCommands(words, '', '```', ...code, '```')).toEqual([[words.slice(0, -1), code.join('\n')]])
  })

  it('R3 "#>" is a prompt', () => {
    expect(withCommands('Install it:', '', '```sh', '#> make install', '```')).toEqual([['Install it', 'make install']])
  })
})

describe('R3 a table of contents', () => {
  it.each(['[TOC]', '[[_TOC_]]', '<!-- toc -->'])('R3 with the mark %s it swallows nothing that follows', (mark) => {
    const steps = ['1. Look at the ring', '2. Drain it']
    expect(texts('**Table of Contents**', '', mark, '', ...steps)).toEqual(['Look at the ring', 'Drain it'])
    expect(texts('### Table of Contents', '', mark, '', ...steps)).toEqual(['Look at the ring', 'Drain it'])
  })

  it('R3 its links are no steps, and what follows them stands below the heading above', () => {
    expect(texts('**Contents**', '', '- [Check it](#check-it)', '- [End](#end)', '', '1. Drain the ring')).toEqual([
      'Drain the ring',
    ])
  })
})

describe('R3 a numbered heading that orders', () => {
  const below = (words: string) => withCommands('### Step 2: Check the ring', '', words, '', '```sh', 'ring ls', '```')

  it('R3 a statement below it does not take its place', () => {
    expect(below('The ring serves its state on port 90.')).toEqual([['Check the ring', 'ring ls']])
    expect(below('List the nodes of the ring.')).toEqual([['List the nodes of the ring.', 'ring ls']])
  })

  it('R3 the case in which it holds stays with it', () => {
    expect(below('If the line is up but the ring is down:')).toEqual([
      ['Check the ring (If the line is up but the ring is down)', 'ring ls'],
    ])
  })
})

describe('R3 orders under headings that seldom hold any', () => {
  const all = (...lines: string[]) => runbookOf('# T', ...lines).steps.map(({ text }) => text)

  it('R3 of headings in a numbered series one without a step is a step itself', () => {
    const script = ['', '```sh', 'ring ls', '```', '']
    const series = ['## 1) Taint the ring', ...script, '## 2) Rolling update', '', 'The new file is there by now.', '']
    expect(all(...series, '## 3) Apply the rest', ...script)).toEqual([
      'Taint the ring',
      'Rolling update',
      'Apply the rest',
    ])
    expect(all('## 1) Ideas', '', 'The ring is round.', '', '## 2) Drain the ring', ...script)).not.toContain('Ideas')
  })

  it('R3 the remedy of one of the likely suspects is a step', () => {
    const suspects = ['## Likely suspects', '', '### Old boxes', '', 'A template for removing them:', '']
    expect(all('## Diagnosis', '', 'Look at the ring.', '', ...suspects, '```', 'apt-get -y purge box', '```')).toEqual(
      ['Look at the ring.', 'A template for removing them'],
    )
  })

  it('R3 under prerequisites what is to be checked of the thing is a step, what the reader needs is none', () => {
    const before = ['## Prerequisites', '', 'Make sure the ring is whole?', '', 'Make sure you have access.', '']
    expect(all(...before, '## Procedure', '', '1. Stop the ring')).toEqual([
      'Make sure the ring is whole?',
      'Stop the ring',
    ])
  })
})

describe('R3 paragraphs with labels within an item', () => {
  const steps = (...lines: string[]) =>
    stepsOf(...lines).map(({ text, depth, commands }) => [depth, text, ...commands.map((command) => command.text)])

  it.each([
    ['a.', 'b.'],
    ['1.1', '1.2'],
    ['(a)', '(b)'],
  ])('R3 those with %s and %s are items of their own, each with its command', (one, two) => {
    const items = [
      `   ${one} Look at **the ring**:`,
      ...codeOfItem('ring ls'),
      `   ${two} Drain it:`,
      ...codeOfItem('ring drain'),
    ]
    expect(steps('1. Empty the ring:', '', ...items, '2. Go home')).toEqual([
      [0, 'Empty the ring'],
      [1, 'Look at the ring', 'ring ls'],
      [1, 'Drain it', 'ring drain'],
      [0, 'Go home'],
    ])
  })

  it('R3 a lone label is text', () => {
    expect(steps('1. Empty the ring:', '', '   a. Look at it:', ...codeOfItem('ring ls'))).toEqual([
      [0, 'Empty the ring', 'ring ls'],
    ])
  })
})

describe('R3 examples below an item', () => {
  it('R3 an item that ends in "such as" names them, without what explains them', () => {
    const examples = ['  - age - maybe it is old', '  - size: maybe it is full']
    expect(texts('- Check limits of the ring such as:', ...examples, '- Restart the ring')).toEqual([
      'Check limits of the ring such as: age, size',
      'Restart the ring',
    ])
  })

  it('R3 many long examples would bury the order', () => {
    const examples = Array.from({ length: 9 }, (_, index) => `  - a very long example of an error ${index}`)
    expect(texts('- Look for errors such as:', ...examples, '- Restart the ring')[0]).toBe('Look for errors such as')
  })
})

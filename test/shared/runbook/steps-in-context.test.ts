import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const texts = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)
const withCommands = (...lines: string[]) =>
  stepsOf(...lines).map(({ text, commands }) => [text, ...commands.map((command) => command.text)])

describe('R3 what an item says', () => {
  it('R3 the words of an item are those of the paragraph that asks', () => {
    expect(texts('- When the copy fails, the script is silent.', '', '  Check the log for clues.')).toEqual([
      'When the copy fails, the script is silent: Check the log for clues.',
    ])
    expect(texts('1. **Old parcels**', '', '   Check the log for clues.')).toEqual(['Old parcels'])
  })

  it('R3 code below items of an item belongs to the last of them', () => {
    expect(
      withCommands('1. For full disks:', '   - Remove old boxes:', '', '   ```sh', '   rm -r /old', '   ```'),
    ).toEqual([['For full disks'], ['Remove old boxes', 'rm -r /old']])
  })

  it('R3 what is still to be written, and what stands in brackets, is no step', () => {
    expect(texts('- Restart the ring', '- TODO: add queries', '- TBD')).toEqual(['Restart the ring'])
    expect(texts('1. Note the error', '   - (i.e. "no such name")', '2. Restart the ring')).toEqual([
      'Note the error',
      'Restart the ring',
    ])
  })

  it('R3 a label of one word is no order, whatever the word', () => {
    expect(texts('Trigger: RingDown in the logs', '', '1. Restart the ring')).toEqual(['Restart the ring'])
  })
})

describe('R3 what stands above a list', () => {
  it('R3 causes that are counted are no steps', () => {
    expect(
      texts(
        'There are two likely causes for this.',
        '',
        '1. The ring is late',
        '2. The line is cut',
        '',
        'Check the line.',
      ),
    ).toEqual(['Check the line.'])
  })

  it('R3 what one may notice is no step, even if it names a command', () => {
    expect(
      texts(
        'You may also notice:',
        '',
        '- `kubectl get rings` shows errors',
        '',
        '- ring logs show errors',
        '',
        'Restart it:',
        '',
        '```sh',
        'ls',
        '```',
      ),
    ).toEqual(['Restart it'])
  })

  it('R3 an order before numbers is a step, an introduction is none', () => {
    expect(texts('Switch to the other account.', '', '1. Restart the ring')).toEqual([
      'Switch to the other account.',
      'Restart the ring',
    ])
    expect(texts('To fix it, you need to find the cause.', '', '1. Restart the ring')).toEqual(['Restart the ring'])
    expect(texts('Take these in order.', '', '1. Restart the ring')).toEqual(['Restart the ring'])
  })
})

describe('R3 what stands around code', () => {
  it('R3 words in brackets between a line and its code are passed over', () => {
    expect(withCommands('Copy it with:', '', '(the number may differ)', '', '```', 'cp ring.6 here', '```')).toEqual([
      ['Copy it with', 'cp ring.6 here'],
    ])
  })

  it('R3 code below a statement that leads to none is looked at', () => {
    expect(
      texts(
        'Restart the ring:',
        '',
        '```',
        'ringctl restart',
        '```',
        '',
        'The value for the ring will be:',
        '',
        '```',
        'ring-state/live',
        '```',
      ),
    ).toEqual(['Restart the ring'])
    expect(withCommands('The command I used was:', '', '```', 'ringer restart now', '```')).toEqual([
      ['The command I used was', 'ringer restart now'],
    ])
  })

  it('R3 what one is told to run is a command, whatever its name; a name of other things is none', () => {
    expect(withCommands('- Find its number by running `jps`.')).toEqual([['Find its number by running jps.', 'jps']])
    expect(withCommands('- To run `ringctl` commands, log in.')).toEqual([['To run ringctl commands, log in.']])
    expect(withCommands('- It broke during `terraform init`, so restart it.')).toEqual([
      ['It broke during terraform init, so restart it.'],
    ])
  })
})

describe('R3 what a list and a block belong to', () => {
  it('R3 a list that an order points at is to be checked, whatever the words of its items', () => {
    const { steps } = runbookOf(
      '# T',
      'Check the list below before you go on',
      '',
      '- the folder exists in the new ring',
      '- no parcel moves through the old one',
    )
    expect(steps.map(({ text }) => text)).toEqual([
      'Check the list below before you go on',
      'the folder exists in the new ring',
      'no parcel moves through the old one',
    ])
  })

  it('R3 an example that names a command is a step below its item', () => {
    expect(withCommands('1. Find the lock and delete it', '   - Example: we ran `kubectl delete lock ring-4`')).toEqual(
      [['Find the lock and delete it'], ['Example: we ran kubectl delete lock ring-4', 'kubectl delete lock ring-4']],
    )
  })

  it('R3 text and settings that an order puts somewhere stay with it, as no code of a shell', () => {
    const put = (words: string, language: string) =>
      stepsOf(words, '', `\`\`\`${language}`, 'ring:', '  user: me', '```').map(({ text, commands }) => [
        text,
        commands,
      ])
    const settings = { text: 'ring:\n  user: me', line: 6 }
    const words = 'To set up, add the following in ~/.ring'
    expect(put(`${words}:`, '')).toEqual([[words, [{ language: 'text', ...settings }]]])
    expect(put('- Update the user with the following settings:', 'yaml')).toEqual([
      ['Update the user with the following settings', [{ language: 'yaml', ...settings }]],
    ])
    expect(put('Check that the user is set:', 'yaml')[0]?.[1]).toEqual([])
    expect(put('Check the ring. It prints:', 'yaml')[0]?.[1]).toEqual([])
  })

  it('R3 a link goes with the line above it when that has not ended', () => {
    expect(texts('If nothing is found, verify the', '[state of the ring](https://a.example)')).toEqual([
      'If nothing is found, verify the state of the ring',
    ])
  })

  it('R3 beside scenarios, bullets that nearly all ask for something are general steps, links are none', () => {
    const { steps } = runbookOf(
      '# T',
      '## Refused error',
      '- Look at the port.',
      '## Timeout error',
      '- Look at the line.',
      '## Database check',
      '- Check its alerts.',
      '- Is it full?',
      '## Other books',
      '- [Check the ring](https://a.example)',
      '- [Drain the ring](https://b.example)',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Check its alerts.', 'Is it full?'])
  })

  it('R3 beside headings that announce steps, "Cancelling the query" with something to type counts', () => {
    const { steps } = runbookOf(
      '# T',
      '## Cancelling the query',
      'This is done with:',
      '',
      '    ringctl cancel --all',
      '## Diagnosis',
      '1. Restart the ring',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Cancelling the query', 'Restart the ring'])
  })

  it('R4 away from headings that announce steps, advice to the reader is a step of its own', () => {
    const { steps } = runbookOf('# T', '## Fix leaks', 'Leaks are common. For such jobs you can try the other packer.')
    expect(steps.map(({ text }) => text)).toEqual(['For such jobs you can try the other packer.'])
  })
})

describe('R2 headings that announce steps', () => {
  it.each([
    'First Line Troubleshooting',
    'Potential resolution steps',
    'Checklists',
    'Other things to check',
    'Steps to check',
  ])('R2 %s announces steps', (heading) => {
    const { steps } = runbookOf('# T', '## Overview', '- Look here first', `## ${heading}`, '- Restart the ring')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the ring'])
  })

  it('R3 beside headings that announce steps, one that asks for something and holds commands counts', () => {
    const { steps } = runbookOf(
      '# T',
      '## Smoke test',
      '### Ensure rings exist',
      '    kubectl get rings',
      '## Diagnosis',
      '1. Restart the ring',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Ensure rings exist', 'Restart the ring'])
  })

  it('R4 what stands below "Symptoms" under a heading of its own is the last resort', () => {
    const { steps } = runbookOf(
      '# T',
      '## Symptoms',
      'Pages are slow.',
      '### Cache',
      "Then it's worth checking the worker.",
    )
    expect(steps.map(({ text }) => text)).toEqual(["Then it's worth checking the worker."])
  })
})

describe('R2 R3 labels and code as people type them', () => {
  it('R2 "Escalate when:" above a list is the escalation', () => {
    const { steps, parts } = runbookOf('# T', 'Fix:', '', '- Restart the ring', '', 'Escalate when:', '', '- It loops')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the ring'])
    expect(parts.map(({ kind }) => kind)).toContain('escalation')
  })

  it('R3 the parts that a thing is made of are no steps', () => {
    const { steps } = runbookOf('# T', '## Components', '- Shell / Bash scripts', '## Workflow', '1. Restart the ring')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the ring'])
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
  const code = (text: string) => ['', '   ```sh', `   ${text}`, '   ```', '']

  it.each([
    ['a.', 'b.'],
    ['1.1', '1.2'],
    ['(a)', '(b)'],
  ])('R3 those with %s and %s are items of their own, each with its command', (one, two) => {
    const items = [`   ${one} Look at **the ring**:`, ...code('ring ls'), `   ${two} Drain it:`, ...code('ring drain')]
    expect(steps('1. Empty the ring:', '', ...items, '2. Go home')).toEqual([
      [0, 'Empty the ring'],
      [1, 'Look at the ring', 'ring ls'],
      [1, 'Drain it', 'ring drain'],
      [0, 'Go home'],
    ])
  })

  it('R3 a lone label is text', () => {
    expect(steps('1. Empty the ring:', '', '   a. Look at it:', ...code('ring ls'))).toEqual([
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

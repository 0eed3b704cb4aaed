import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { runbookOf } from './read-sample.ts'

const below = ['## Mitigation', '1. Restart the loader']

describe('R3 what stands below the title, before the headings that announce steps', () => {
  it('R3 a command is the first step', () => {
    const { steps } = runbookOf('# Replay drill', '', '```', 'RING=b make replay', '```', '', ...below)
    expect(steps.map(({ commands }) => commands.map(({ text }) => text))).toEqual([['RING=b make replay'], []])
  })

  it('R3 a list announced as things to check is the first steps', () => {
    const { steps } = runbookOf(
      '# Triage',
      'There are two things to check:',
      '',
      '- New rings',
      '- Late rings',
      '',
      ...below,
    )
    expect(steps.map(({ text }) => text)).toEqual(['New rings', 'Late rings', 'Restart the loader'])
  })

  it('R3 an order stands beside the first step, and what the page is about does not', () => {
    const { steps } = runbookOf(
      '# Restore',
      'This page tells how rings are restored.',
      '',
      'Read the list of rings before you start.',
      '',
      ...below,
    )
    expect(steps.map(({ text, before }) => [text, before])).toEqual([
      ['Restart the loader', 'Read the list of rings before you start.'],
    ])
  })

  it.each([
    'Note that at least one relay must be up.',
    '> **NOTE:** Rings are being replaced.',
    'Please note that changes should be tried on staging first.',
    'After a restore the relay needs to be drained by hand.',
  ])('R3.14 so does what is marked as a note, or must be done: %s', (words) => {
    const { steps } = runbookOf('# Restore', 'Rings are old.', '', words, '', ...below)
    expect(steps.map(({ before }) => before)).toEqual([words])
  })

  it('R3.14 so does an order in an introduction, and what that tells does not', () => {
    const words = ['## Introduction', 'Rings are old.', '', 'You must open a window first. Ask the owner for it.']
    const { steps } = runbookOf('# Restore', ...words, '', '### Needs', 'Please fill the spool.', '', ...below)
    expect(steps.map(({ text, before }) => [text, before])).toEqual([
      [
        'Restart the loader',
        '**Introduction**\n\nYou must open a window first. Ask the owner for it.\n\n**Needs**\n\nPlease fill the spool.',
      ],
    ])
  })

  it('R3 what shows the trouble is neither', () => {
    const { steps } = runbookOf(
      '# Late',
      'It is common to see an error:',
      '',
      '```',
      'kubectl get rings',
      '```',
      '',
      ...below,
    )
    expect(steps.map(({ text, before }) => [text, before])).toEqual([['Restart the loader', '']])
  })
})

describe('R3 code below a statement', () => {
  it('R3 is typed when it begins by going to a folder', () => {
    const { steps } = runbookOf(
      '# T',
      '## Set up',
      'The tool is set up as follows:',
      '```',
      'cd $HOME',
      'git clone https://rings.example/tool',
      '```',
      ...below,
    )
    expect(steps[0]?.commands.map(({ text }) => text)).toEqual(['cd $HOME\ngit clone https://rings.example/tool'])
  })

  it('R3 "VACUUM uses locks" states something, and "Be sure that" asks', () => {
    const { steps } = runbookOf(
      '# T',
      'VACUUM uses locks, and it can block.',
      '',
      '## Watch',
      'Be sure that nothing is blocked.',
    )
    expect(steps.map(({ text, kind }) => [text, kind])).toEqual([['Be sure that nothing is blocked.', 'verify']])
  })
})

describe('R1 a title that is none', () => {
  const titleOf = (path: string, ...lines: string[]) => {
    const { title, titleFrom } = parseRunbook({ path, text: lines.join('\n') })
    return [title, titleFrom]
  }

  it.each(['# (Title: Name of alert)', '# <Runbook title>', '# [Alert name here]', '# Insert title'])(
    'R1 what a template asks for gives way to the file name: %s',
    (heading) => {
      expect(titleOf('RingFull.md', heading, '', '## Diagnosis', '1. Look')).toEqual(['RingFull', 'file name'])
    },
  )

  it('R1 a sentence gives way to the heading that is named as the file', () => {
    expect(titleOf('RingFull.md', '# If it is full, rings are dropped.', '', '# RingFull', '', '1. Look')).toEqual([
      'RingFull',
      'heading',
    ])
  })

  it('R1 a front matter copied from another page gives way to the heading, one in other words does not', () => {
    const page = (title: string, path: string) =>
      titleOf(path, '---', `title: ${title}`, '---', '# Resets of the ring', '', '1. Look')
    expect(page('Duty rota', 'ring-reset.md')).toEqual(['Resets of the ring', 'heading'])
    expect(page('Ring resets', 'ring-reset.md')).toEqual(['Ring resets', 'front matter'])
    expect(page('Duty rota', 'page-7.md')).toEqual(['Duty rota', 'front matter'])
  })
})

describe('R3 a heading that orders above nothing but facts', () => {
  it('R3.11 with a colon above nothing it names what comes next, and is none', () => {
    const below = ['### Rings', 'Look at the ring.']
    const textsOf = (heading: string) =>
      runbookOf('# T', '## Rings', '', heading, '', ...below).steps.map(({ text }) => text)
    expect(textsOf('### **Write reports:**')).toEqual(['Look at the ring.'])
  })

  it('R3 is the step, with the facts beside it', () => {
    const { steps } = runbookOf(
      '# T',
      '## Diagnosis',
      '### Identify the affected ring',
      'The label `ring` names it:',
      '- `ring-a`: the first one',
      '- `ring-b`: the second one',
      '### Restart',
      'A restart takes an hour.',
      '### Check the logs',
      '```sh',
      'kubectl logs ring-0',
      '```',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Identify the affected ring', 'Check the logs'])
    expect(steps[0]?.before).toContain('`ring-b`: the second one')
  })
})

describe('R3.14 what stands below the title or between the steps is not lost', () => {
  it('R3.14 an order behind a whole sentence in bold stands beside the first step', () => {
    const warning = '> **This is no script.** Read it to the end, and run each step with somebody beside you.'
    const { steps } = runbookOf(
      '# Detach a ring',
      warning,
      '',
      '| Field | Value |',
      '|---|---|',
      '| a | b |',
      '',
      ...below,
    )
    expect(steps.map(({ before }) => before)).toEqual([warning])
    const label = runbookOf('# Detach a ring', '> **Owner:** Ask the ring team.', '', ...below)
    expect(label.steps.map(({ before }) => before)).toEqual([''])
  })

  it('R3.14 so is code under a heading that points elsewhere, between two that hold steps', () => {
    const query = ['```sql', "SELECT lost FROM rings WHERE name = 'b';", '```']
    const page = [
      '## Monitoring',
      'More than none means that rows are lost:',
      '',
      ...query,
      '',
      '## Check it',
      '1. Look at it',
    ]
    const { steps } = runbookOf('# Export rings', '## Export it', '1. Open the ring', '', ...page)
    expect(steps.map(({ text }) => text)).toEqual(['Open the ring', 'Look at it'])
    expect(steps.map(({ before, after }) => before + after).join('')).toContain('SELECT lost')
  })
})

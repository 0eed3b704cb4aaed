import { describe, expect, it } from 'vitest'
import type { Step } from '../../../shared/runbook/runbook.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]): readonly Step[] => runbookOf('# T', '## Diagnosis', ...lines).steps
const texts = (steps: readonly Step[]) => steps.map(({ text }) => text)
const commandsOf = (steps: readonly Step[]) => steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3 what stands beside steps', () => {
  it.each([
    'You should see the following messages in the log.',
    'The log will contain something similar to:',
    'Example output:',
    'Errors look like this:',
  ])('R3 what "%s" announces is output, and no step', (sentence) => {
    const steps = stepsOf(
      'Restart it:',
      '',
      '```sh',
      'restart it',
      '```',
      '',
      sentence,
      '',
      '```sh',
      'loader: up',
      '```',
    )
    expect(texts(steps)).toEqual(['Restart it'])
    expect(commandsOf(steps)).toEqual(['restart it'])
  })

  it('R3 a tool of the shell is a command whatever announces it', () => {
    expect(commandsOf(stepsOf('You should see it like this:', '', '```', 'kubectl get pods', '```'))).toEqual([
      'kubectl get pods',
    ])
  })

  it.each([
    ['a log', 'level=error msg="locked"'],
    ['a table', 'LAST SEEN   TYPE      REASON'],
    ['settings', 'name: loader\nreplicas: 2'],
    ['a form', '## Summary\n- **Impact:** none'],
    ['a failure', 'Command: apply\nError: the lock is held'],
  ])('R3 %s is shown and not offered', (_, code) => {
    expect(commandsOf(stepsOf('Compare it with this:', '', '```', ...code.split('\n'), '```'))).toEqual([])
  })

  it('R3 every item of a checklist or a verification is a step, whatever its words', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Restart',
      '## Verification',
      '- The queue is empty.',
      '- It answers.',
    )
    expect(texts(steps)).toEqual(['Restart', 'The queue is empty.', 'It answers.'])
  })

  it.each([
    ['what a tool does by itself', '`make all` does three things:', '1. installs the tool', '2. creates the key'],
    ['what must hold', 'This guide assumes the following:', '1. You have a copy', '2. You can log on'],
    ['names', 'Limits tracked at night:', '- quarantine ratio', '- freshness hours'],
  ])('R3 %s is no step', (_, ...lines) => {
    expect(texts(stepsOf('1. Restart', '', ...lines)).slice(1)).toEqual([])
  })

  it('R3 a note goes with the step before it', () => {
    expect(
      texts(stepsOf('Open a shell. Note that you may have to install tools:', '', '```', 'ssh box', '```')),
    ).toEqual(['Open a shell. Note that you may have to install tools'])
  })

  it('R3 a long paragraph gives a step for each sentence that asks, each with the commands it names', () => {
    const text = [
      'Restart the broker with `systemctl restart broker` when it was stopped by somebody on purpose and nobody minds.',
      'It keeps all that was sent to it in the meantime, which may be a lot on a Monday morning.',
      'Check the lag afterwards, for the readers need their time to catch up with what was kept.',
    ]
    const steps = stepsOf(text.join(' '))
    expect(texts(steps)).toEqual([text[0]?.replaceAll('`', ''), text[2]])
    expect(steps.map(({ commands }) => commands.length)).toEqual([1, 0])
  })

  it('R3 what is to be done after the incident is no step within it', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Restart',
      '## Post-incident',
      '### Actions',
      '1. Write it up',
    )
    expect(texts(steps)).toEqual(['Restart'])
  })

  it('R3 "Follow these steps:" is no step, and neither is "Use this when ..."', () => {
    expect(
      texts(stepsOf('Use this after a power cut.', '', 'Follow these steps:', '', '- Restart it', '- Call the owner')),
    ).toEqual(['Restart it', 'Call the owner'])
  })
})

describe('R2 labels and items', () => {
  it('R2 a bold label that announces steps is a heading, and its sentence a step', () => {
    const { steps } = runbookOf('# T', '## Diagnosis', '1. Look', '', '**Fix:** Restart the loader.')
    expect(texts(steps)).toEqual(['Look', 'Restart the loader.'])
  })

  it('R2 an item that says in one line what to do is a scenario with that step', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Failure modes',
      '- Disk full: run `df -h` and delete old files',
      '- Noise: nobody knows',
    )
    expect(scenarios.map(({ title, steps }) => [title, texts(steps)])).toEqual([
      ['Disk full', ['run df -h and delete old files']],
      ['Noise', []],
    ])
  })

  it.each([
    ['Maßnahmen', 'mitigation'],
    ['Diagnostic', 'debugging'],
    ['Resolución', 'mitigation'],
    ['Symptoms', 'meaning'],
    ['Problem statement', 'meaning'],
    ['Step-by-Step Recovery Procedure', 'mitigation'],
    ['Ring restore procedure', 'mitigation'],
    ['Steps to resolve', 'mitigation'],
    ['Instructions to fix', 'mitigation'],
    ['Current fix', 'mitigation'],
    ['Post-failover validation', 'mitigation'],
    ['Verification after the upgrade', 'mitigation'],
    ['Procédure de résolution', 'mitigation'],
    ['Procedimiento de recuperación', 'mitigation'],
    ['Root cause investigation', 'debugging'],
    ['Loader troubleshooting commands', 'debugging'],
    ['Gather evidence', 'debugging'],
    ['Escalate to the owner if', 'escalation'],
    ['Platform impact', 'impact'],
    ['Exit criteria', 'other'],
    ['Success criteria', 'other'],
    ['Privilege escalation', 'other'],
    ['Pod debugging', 'other'],
    ['Síntomas y causas', 'meaning'],
    ['影響範囲', 'impact'],
    ['排查步骤', 'debugging'],
    ['복구 절차', 'mitigation'],
    ['Эскалация', 'escalation'],
  ])('R2 the heading "%s" announces %s', (heading, kind) => {
    const { parts } = runbookOf('# T', `## ${heading}`, '- x', '## Other', '- y')
    expect(parts.find((part) => part.heading === heading)?.kind).toBe(kind)
  })
})

describe('R3 examples, rows and causes', () => {
  it('R3 an example below a command belongs to its step', () => {
    const lines = ['Run it by hand:', '', '```sh', 'run job', '```', '', 'Example:', '', '```sh', 'run job 7', '```']
    const steps = stepsOf(...lines)
    expect(texts(steps)).toEqual(['Run it by hand'])
    expect(commandsOf(steps)).toEqual(['run job', 'run job 7'])
  })

  it('R3 a row without a fix is no step', () => {
    const { steps } = runbookOf(
      '# T',
      '## Index',
      '| Job | Fix path |',
      '| --- | --- |',
      '| load | start it again |',
      '| send | |',
    )
    expect(texts(steps)).toEqual(['load: start it again'])
  })

  it('R3 below causes a script counts, and how a thing comes to be does not', () => {
    const { steps } = runbookOf(
      '# T',
      '## How letters get into the box',
      '1. Write a letter.',
      '2. Push it in.',
      '## Diagnosis',
      '1. Count the letters',
      '## Common causes',
      '### Box',
      '```sh',
      'empty-the-box --all',
      '```',
    )
    expect(texts(steps)).toEqual(['Count the letters', 'Box'])
  })

  it.each(['Things to verify', 'What to validate', 'Confirmation'])('R3 under "%s" every line is a step', (heading) => {
    const { steps } = runbookOf('# T', `## ${heading}`, '- The box is empty.', '## Mitigation', '- Restart it')
    expect(texts(steps)).toEqual(['The box is empty.', 'Restart it'])
  })

  it('R3 a lone sentence under a confirmation is what to look for', () => {
    const { steps } = runbookOf('# T', '## Mitigation', '- Restart it', '## Confirmation', 'The lag is below a minute.')
    expect(steps.map(({ text, kind }) => [text, kind])).toEqual([
      ['Restart it', 'action'],
      ['The lag is below a minute.', 'verify'],
    ])
  })
})

describe('R3 the line that leads to what stands beside', () => {
  it('R3 is no part of the order in front of it', () => {
    const lead = ['Look for the ring. It will contain:', '- `kind`: relay', '- `state`: late']
    const [step, ...others] = runbookOf('# T', '## Diagnosis', '', ...lead).steps
    expect(others).toEqual([])
    expect(step?.text).toBe('Look for the ring.')
    expect(`${step?.before} ${step?.after}`).toContain('It will contain:')
  })
})

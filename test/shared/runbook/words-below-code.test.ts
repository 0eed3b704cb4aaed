import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', ...lines).steps.map(({ text, commands }) => [text, ...commands.map((command) => command.text)])

const sh = (code: string) => ['```sh', code, '```', '']

describe('R3 code that comes first, with the words below it', () => {
  it('R3 is not given to the words that end what stands above', () => {
    const told = ['## Quick checks', '', ...sh('kubectl get pods'), 'Both should run.', '', ...sh('kubectl top pods')]
    expect(stepsOf(...told, 'It is the biggest one.')).toEqual([
      ['Run kubectl get pods', 'kubectl get pods'],
      ['Run kubectl top pods', 'kubectl top pods'],
    ])
  })

  it('R3 is led to as soon as one line says so', () => {
    const told = ['## Checks', '', ...sh('kubectl get pods'), 'Then look at the load:', '', ...sh('kubectl top pods')]
    expect(stepsOf(...told, 'It is the biggest one.').at(1)).toEqual(['Then look at the load', 'kubectl top pods'])
  })
})

describe('R3 what a tool does, and what is done where', () => {
  it('R3.6 bullets below a command that tell what it does are read beside it', () => {
    const told = ['- Uses the key of the ring', '- Generates a new list (default: 3 rings)', '']
    const steps = stepsOf('## Restore', '', '### 1. Renew the ring', '', ...sh('relayctl renew'), ...told)
    expect(steps).toEqual([['Renew the ring', 'relayctl renew']])
  })

  it.each(['The restore will:', 'The runner now performs these checks in order:'])(
    'R3 "%s" begins no steps',
    (lead) => {
      const list = [lead, '', '1. Read the list', '2. Decrypt the ring', '']
      expect(stepsOf('## Restore', '', ...sh('kubectl get pods'), ...list)).toEqual([
        ['Run kubectl get pods', 'kubectl get pods'],
      ])
    },
  )

  it('R3 a place in brackets in front of an order is no part of it', () => {
    expect(stepsOf('## Fix', '', '- Restart it', '- (Windows) verify the relay service is running.')).toHaveLength(2)
  })

  it('R3 a tool shows itself by a value to fill in', () => {
    const text = ['```', 'lsn status <ring>', '```', '', '- If it is down, start it: `lsn start <ring>`.']
    expect(
      stepsOf('## 1. Is it up?', '', ...text)
        .at(-1)
        ?.at(-1),
    ).toBe('lsn start <ring>')
  })
})

describe('R3 a block of nothing but remarks', () => {
  const remarks = sh('# Prometheus: rate(ring_late[5m])')

  it('R3 below a heading that orders is that step, and what to look for stands beside', () => {
    expect(stepsOf('## Diagnosis', '', '### Step 1: Check the load', '', ...remarks, 'Look for:', '- Spikes')).toEqual([
      ['Check the load'],
    ])
    const list = ['Find out whether it is late:', '- On one ring', '- On all rings']
    expect(stepsOf('## Diagnosis', '', '### Step 1: Check the load', '', ...remarks, ...list).at(0)).toEqual([
      'Check the load',
    ])
  })

  it('R3 what speaks for and against a way is no step', () => {
    const weighed = ['**Pros:**', '- Clear separation', '', '**Cons:**', '- More to look after']
    expect(stepsOf('## Fix', '', '1. Split the ring', '', ...weighed)).toEqual([['Split the ring']])
  })
})

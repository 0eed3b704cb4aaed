import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { codeBlock, runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', ...lines).steps.map(({ text, commands }) => [text, ...commands.map((one) => one.text)])

describe('R3.8 the words that code belongs to', () => {
  it('R3.8 are those that point at it, though others behind them tell what it will say', () => {
    const told =
      'After a new key, all relays should be using the one of `make-key.sh`. Verify it by running the following command. It will report the others.'
    expect(stepsOf('## Verify all keys', told, ...codeBlock('sh', 'ringctl keys --old')).at(-1)).toEqual([
      'Verify it by running the following command. It will report the others.',
      'ringctl keys --old',
    ])
  })

  it('R3.8 or ask for something else', () => {
    const more =
      'It reads a list of rings, which has to lie in the same folder and to be named as the relay that they stand on, one to a line, without blanks in front of it.'
    const told = `Go to the bastion and run the script below. ${more} Each ring needs draining on all relays.`
    expect(stepsOf('## Fix', told, ...codeBlock('sh', 'ringctl drain --all'))).toEqual([
      ['Go to the bastion and run the script below.', 'ringctl drain --all'],
      ['Each ring needs draining on all relays.'],
    ])
  })

  it('R3.7 a label with its code is a step as the last one is, of which the code stands below the list', () => {
    const ways = [
      '- By chat:',
      ...codeBlock('sh', 'ringctl say stop'),
      '- By hand:',
      ...codeBlock('sh', 'ringctl stop'),
    ]
    expect(stepsOf('## Steps', '1. Find the ring.', '', '2. Stop it, using either:', '', ...ways)).toEqual([
      ['Find the ring.'],
      ['Stop it, using either'],
      ['By chat', 'ringctl say stop'],
      ['By hand', 'ringctl stop'],
    ])
  })

  it('R3.7 also the first one, and "Netstat:" is no ban of another language', () => {
    const shown = ['If it looks like this:', ...codeBlock('', 'tcp   0   0 0.0.0.0:80'), 'then the port is open.']
    const lines = ['There are several ways to see it.', '', '- Netstat:', ...codeBlock('sh', 'netstat -ln'), ...shown]
    expect(
      stepsOf('### From remote host', ...lines, '', 'Or try:', '', '- `ss`:', ...codeBlock('sh', 'ss -ln'))[0],
    ).toEqual(['Netstat', 'netstat -ln'])
  })

  it('R2.2 the bold first line of a paragraph is its heading, and is not ticked beside it', () => {
    const lines = ['**Step 1: Open the ring**', 'Open it by hand.', '', '**Step 2: Wait**', 'Wait for the relay.']
    expect(stepsOf('## How to', ...lines)).toEqual([['Open the ring'], ['Wait']])
  })
})

describe('R3.8 words behind code that go on with the sentence above it', () => {
  it('R3.8 "which ..." is no step, and no lead to the code below it', () => {
    const lines = ['Run the command:', ...codeBlock('sh', 'ringctl show b'), 'which, as a rule, prints its events.']
    expect(stepsOf('## Fix', ...lines, ...codeBlock('sh', 'ringctl events b'))).toEqual([
      ['Run the command', 'ringctl show b'],
      ['Run ringctl events b', 'ringctl events b'],
    ])
  })

  it('R3.4 nor is the call with its answer, which a step runs already', () => {
    const lines = [
      'If you can, run:',
      ...codeBlock('sh', 'kubectl describe nodes'),
      'which will tell you the sizes, eg:',
    ]
    const shown = codeBlock('', '$ kubectl describe nodes', 'Capacity:', '  cpu:   4')
    expect(stepsOf('## 2) Look', ...lines, ...shown)).toEqual([['If you can, run', 'kubectl describe nodes']])
  })

  it('R3.8 "and find that ..." has its case above the code', () => {
    const lines = ['If you run', ...codeBlock('sh', 'kubectl get pods'), 'and find that they hang, this is the cause.']
    expect(stepsOf('## Fix', ...lines, '', 'Delete the pod.')).not.toContainEqual([
      expect.stringContaining('find that they hang'),
    ])
  })
})

describe('R3.1 what begins like an order', () => {
  it.each([
    'Run rates and latencies are also displayed.',
    'The name is that of the relay you would like to open.',
    'However be aware that this only proves that you can open it from here.',
    'If everything works, that will create an archive, upload it to the store, send out a mail and clean up.',
  ])('R3.1 "%s" is none', (sentence) => expect(moodOf(sentence)).not.toMatch(/^(?:order|advice|remedy)$/))

  it('R3.1 but what stands behind a case is', () => {
    expect(moodOf('If it is late, check the relay, restart it and wait.')).toBe('order')
  })
})

describe('R3.8 tables of what there is to set', () => {
  it('R3.8 hold no steps, though what a flag does reads like an order', () => {
    const rows = [
      '| `run_{Relay}` | Defer jobs when disabled | Enabled |',
      '| `drop_{Relay}` | Drop jobs when enabled | Disabled |',
    ]
    const table = ['| Feature flag | Effect | Default state |', '|---|---|---|', ...rows]
    expect(stepsOf('## Using flags', 'There are two flags:', '', ...table, '', 'Restart the relay if needed.')).toEqual(
      [['Restart the relay if needed.']],
    )
  })

  it('R3.12 settings alone below the name of a trouble are what their remark says to do', () => {
    const settings = (remark: string) => codeBlock('yaml', `# ${remark}`, 'relay:', '  limits:', '    memory: "8Gi"')
    const first = ['## Common issues', '### Ring late', 'Drain it.', '### Ring out of memory']
    const { scenarios } = runbookOf('# T', ...first, ...settings('Raise the limit of the relay'))
    expect(scenarios.map(({ steps }) => steps.map(({ text }) => text))).toEqual([
      ['Drain it.'],
      ['Raise the limit of the relay'],
    ])
    const told = runbookOf('# T', ...first, ...settings('The limit of the relay')).scenarios
    expect(told.at(-1)?.steps ?? []).toEqual([])
  })
})

describe('R3.1 a name in code is no verb', () => {
  it('R3.1 what it does is no step beside the order behind it', () => {
    const { steps } = runbookOf('# T', '## Mitigation', '`drain` waits for the readers. Look at the board.')
    expect(steps.map(({ text }) => text)).toEqual(['drain waits for the readers. Look at the board.'])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inheritedTopic } from '../../../shared/runbook/sections/inherited-topic.ts'
import { sectionsOf } from '../../../shared/runbook/sections/sections.ts'
import { parseBlocks } from '../../../shared/runbook/text/parse-blocks.ts'
import { passagesOf } from '../../../shared/runbook/weighing/passage.ts'
import { Scale } from '../../../shared/runbook/weighing/scale.ts'
import { WEIGHTS } from '../../../shared/runbook/weighing/weights.ts'
import { runbookOf } from './read-sample.ts'

const told = (...lines: string[]) =>
  runbookOf('# Relay', ...lines).steps.map(({ depth, text }) => `${'>'.repeat(depth)}${text}`)
const FIX = ['## Mitigation', '', '1. Restart the relay', '']

describe('R3 what the rules overlooked is weighed', () => {
  it('R3 an order under a heading that seldom holds any is a step', () => {
    expect(told('## Prerequisites', '', '- Install ringctl: `brew install ringctl`', '', ...FIX)).toEqual([
      'Install ringctl: brew install ringctl',
      'Restart the relay',
    ])
    expect(told(...FIX, '## Escalation', '', 'Call the owner of the ring if it stays late.')).toContain(
      'Call the owner of the ring if it stays late.',
    )
  })

  it('R3.16 what is typed for an overlooked order is a step below it', () => {
    const setup = [
      '1. Get the changes',
      '   - `git pull`',
      '   - `export RING=b`',
      '2. Go to the ring',
      '   - `cd rings/b`',
    ]
    expect(told('## Setup', '', ...setup, '', ...FIX)).toEqual([
      'Get the changes',
      '>git pull',
      '>export RING=b',
      'Go to the ring',
      '>cd rings/b',
      'Restart the relay',
    ])
  })

  it('R3.16 what comes first or last is a step below an own heading, whatever stands behind it', () => {
    const inTurn = ['First make a picture of the ring with the pen.', 'Final step is to use a note in the ring.']
    const page = [
      '### Background',
      'A ring holds what a relay loads.',
      '#### Picture of a ring',
      inTurn[0] ?? '',
      '#### Relay of a ring',
      'To open the relay by hand run:',
      '```',
      '$ kubectl apply -f ring.yaml',
      '```',
      '#### Notes in the ring',
      inTurn[1] ?? '',
      '',
      'The note has the name of the relay, and the relay reads it.',
    ]
    const steps = [inTurn[0], 'To open the relay by hand run', inTurn[1]]
    expect(told(...page, '### Use the picture of all', 'Some want the picture that all have.').slice(0, 3)).toEqual(
      steps,
    )
    expect(told(...page)).toEqual(steps)
  })

  it('R3 a paragraph that speaks of the thing in words of advice weighs less than nothing', () => {
    expect(told('', 'Since version 2 you can keep several rings in one relay.', '', ...FIX)).toEqual([
      'Restart the relay',
    ])
    const drain = ['', '## Drain a ring', '', '1. Stop the packers', '2. Drain the ring']
    expect(told('', 'See files ring.tf, relay.tf', ...drain)).toEqual(['Stop the packers', 'Drain the ring'])
    expect(told('', 'Before you begin, tell the owner of the ring.', ...drain)).toContain(
      'Before you begin, tell the owner of the ring.',
    )
    expect(told('Since version 2 you can keep several rings in one relay.')).toHaveLength(1)
  })

  it('R3 so does what is told in passing beside a list, or answers a question of its own', () => {
    const list = ['To drain it,', '', '- Stop the packers', '- Drain the ring']
    const drained = ['Stop the packers', 'Drain the ring']
    expect(
      told('', 'Because the ring wears out, we have to drain it.', 'The last drain was in May.', '', ...list),
    ).toEqual(drained)
    const why = '- **Why drain a ring?** Most rings wear out in a year. There is no need to hurry.'
    expect(told('## Draining', '', 'Rings wear out.', '', why, '', '## Mitigation', '', ...list)).toEqual(drained)
  })

  it('R3 an order in a paragraph within an item that is a step is one deeper', () => {
    expect(told('## Mitigation', '', '1. **Old parcels**', '', '   Check the log for clues.')).toEqual([
      'Old parcels',
      '>Check the log for clues.',
    ])
  })

  it('R3 a question how one can do it is answered by steps', () => {
    const answer = 'Check the `status` of the ring to see which parcels were weighed.'
    expect(told('## FAQ', '', '### How can I tell which parcels are late?', '', answer, '', ...FIX)).toContain(
      answer.replaceAll('`', ''),
    )
  })

  it('R3 below a second heading of the first level it weighs as much as below any other', () => {
    const order = 'Fork the `rings` of the relay.'
    expect(told(...FIX, '# Changes to the rings', '', order)).toContain(order.replaceAll('`', ''))
  })

  it('R3 it brings its commands', () => {
    const shell = ['', '```sh', 'ringctl login', '```', '']
    const { steps } = runbookOf('# Relay', '## Prerequisites', '', 'Log in to the ring:', ...shell, ...FIX)
    expect(steps.map(({ text, commands }) => [text, ...commands.map((command) => command.text)])).toEqual([
      ['Log in to the ring', 'ringctl login'],
      ['Restart the relay'],
    ])
  })

  it.each([
    ['what forbids', '- Do not restart the ring at night.'],
    ['what is still to be written', '- TODO: check the ring'],
    ['a mere link', '- [Check the ring](https://example.org)'],
  ])('R3 %s is none, whatever it weighs', (_, line) => {
    expect(told('## Mitigation', '', '1. Restart the relay', '', '## Notes', '', line)).toEqual(['Restart the relay'])
  })

  it.each(['## Root cause', '## After the incident'])('R3 nothing below "%s" is weighed', (heading) => {
    expect(told(...FIX, heading, '', 'Check the board of the relay for gaps.')).toEqual(['Restart the relay'])
  })

  it('R3 what only leads to steps, and what is listed as things to look for, is none', () => {
    expect(told('## Diagnosis', '', 'Go through all of them:', '', '1. Check the ring', '2. Check the relay')).toEqual([
      'Check the ring',
      'Check the relay',
    ])
    expect(told('## Diagnosis', '', '1. Check the log', '', 'Look for:', '', '- Restart loops')).toEqual([
      'Check the log',
    ])
  })

  it('R3 beside scenarios with steps an order elsewhere must weigh more', () => {
    const scenario = ['## Scenario 1: Ring lost', '', '1. Restart the relay', '']
    expect(told(...scenario, '## Case guide', '', 'Write a new case when none fits.')).toEqual([])
  })
})

describe('R3 the weights', () => {
  it('R3 each is of a sign that some runbook gives', () => {
    const given = { item: new Set<string>(), paragraph: new Set<string>() }
    const folders = ['fixtures/foreign-runbooks', 'fixtures/workspace/runbooks']
    const texts = folders
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((path) => path.endsWith('.md'))
      .map((path) => readFileSync(path, 'utf8'))
      .concat(
        'See the [book of all rings and relays](#book) first.\n\n[The book of rings](#book)\n\nIt involves these:\n\n- A look',
      )
    for (const text of texts) {
      const lines = text.split('\n')
      const sections = sectionsOf(parseBlocks(text), 1, lines.length)
      for (const section of sections) {
        const scale = new Scale(section, inheritedTopic(sections, section))
        for (const passage of passagesOf(section, lines))
          for (const signal of scale.signals(passage)) given[passage.item ? 'item' : 'paragraph'].add(signal)
      }
    }
    const unknown = (['item', 'paragraph'] as const).flatMap((kind) =>
      Object.keys(WEIGHTS[kind].signals).filter((signal) => !given[kind].has(signal)),
    )
    expect(unknown).toEqual([])
  })
})

describe('R3 what is typed for sure', () => {
  const shell = ['', '```sh', 'kubectl logs ring-0', '```']

  it('R3 is a step of its own where no step holds it, whatever is said above it', () => {
    const { steps } = runbookOf(
      '# Relay',
      ...FIX,
      '## At night',
      '',
      'The ring tells its state at all times.',
      ...shell,
    )
    expect(steps.map(({ text, commands }) => [text, ...commands.map((command) => command.text)])).toEqual([
      ['Restart the relay'],
      ['The ring tells its state at all times.', 'kubectl logs ring-0'],
    ])
  })

  it('R3.16 among symptoms it shows how the trouble was seen, where its answer stands there', () => {
    const symptoms = (...code: string[]) =>
      told('## Symptoms', '', 'The ring tells its state at all times.', '', '```sh', ...code, '```', '', ...FIX)
    expect(symptoms('$ kubectl logs ring-0', 'ring: empty')).toEqual(['Restart the relay'])
    expect(symptoms('kubectl logs ring-0', '```', '', '```yaml', 'ring: empty')).toEqual(['Restart the relay'])
    expect(symptoms('kubectl logs ring-0')).toHaveLength(2)
  })

  it('R3 below a cause it only shows the trouble', () => {
    expect(told(...FIX, '## Root cause', '', 'The ring was asked too often.', ...shell)).toEqual(['Restart the relay'])
  })
})

import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

describe('R3.3 commands in words', () => {
  const commandsOf = (...lines: string[]) =>
    runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands)

  it('R3.3 a chain that ends in a known tool', () => {
    expect(commandsOf('- Clear the caches: `sync && echo 3 > /proc/sys/vm/drop_caches`')).toHaveLength(1)
    expect(commandsOf('- Look whether `up && late` holds')).toEqual([])
  })

  it('R3.3 what is run of a class is for a console', () => {
    const [command] = commandsOf('- Run `RefillRings.perform_now` by hand in the console')
    expect(command).toMatchObject({ language: 'text', text: 'RefillRings.perform_now' })
    expect(commandsOf('- Look at `RefillRings.perform_now`')).toEqual([])
  })

  it('R3.2 a quote with a command alone in a paragraph is opened', () => {
    const lines = ['- Check the token (see below)', '', '> Open a console:', '>', '> `relayctl open --ring b`']
    expect(commandsOf(...lines).map(({ text }) => text)).toEqual(['relayctl open --ring b'])
  })
})

describe('R3.3 commands that a line names', () => {
  const LEAD = 'Some commands to see the state of the ring:'
  const read = (...lines: string[]) =>
    runbookOf('# T', '## Diagnosis', LEAD, '', ...lines).steps.map(({ text, commands }) => [
      text,
      ...commands.map((command) => `${command.language}: ${command.text}`),
    ])

  it('R3.3 are one step, also those of a console that is not known', () => {
    expect(read('- `RING NODES`', '- `ringctl list`')).toEqual([
      [LEAD.slice(0, -1), 'query: RING NODES', 'sh: ringctl list'],
    ])
  })

  it('R3.3 are a step each where the tools are known', () => {
    expect(read('- `kubectl get pods`', '- `kubectl get nodes`')).toHaveLength(2)
  })
})

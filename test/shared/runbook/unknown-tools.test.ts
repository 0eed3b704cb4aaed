import { describe, expect, it } from 'vitest'
import { codeBlock, runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3 tools that are not known here', () => {
  it('R3 one that a script of the text calls is a command in its sentences', () => {
    const text = ['To look at the ring, use `ring status`, then repair it:', ...codeBlock('sh', 'ring repair --all')]
    expect(commandsOf(...text)).toEqual(['ring status', 'ring repair --all'])
    expect(commandsOf('- To look at the ring, use `ring status`.')).toEqual([])
  })

  it('R3 one that is typed with an option is known where others of it stand', () => {
    expect(commandsOf('1. Start it: `nx run-many -t serve`', '2. Test it: `nx test ring`, `nx test relay`')).toEqual([
      'nx run-many -t serve',
      'nx test ring',
      'nx test relay',
    ])
  })

  it.each([
    'Use the Ring CLI command `rng service list` to see it.',
    'Add memory to it (`rm1 set <ring> --memory <MB>`).',
    'Check it with `ringadmin status`.',
    'Run the check. `Rscript scripts/relay.R` must exit with 0.',
    'On the primary run `GRANT relay TO ring`.',
  ])('R3 "%s" offers its command', (text) => {
    expect(commandsOf(`- ${text}`)).toHaveLength(1)
  })

  it('R3 but what a tool can do, and an option alone, are no commands', () => {
    expect(commandsOf('- Use the command `kubectl logs` to see more.', '- Start it: `up -d`')).toEqual([])
  })

  it('R3 plain words behind a question are no command', () => {
    expect(commandsOf('- **dbt models built?** Check mart tables have recent data')).toEqual([])
  })
})

describe('R3 queries in sentences', () => {
  it.each([
    '{service="relay"} | json | level="error"',
    'sum(increase(relay_errors_total[10m]))',
    'max by (ring) (relay_lag_max)',
  ])('R3 `%s` is to be run', (query) => {
    expect(commandsOf('1. Check the errors:', `   - \`${query}\``)).toEqual([query])
  })

  it('R3 unless the sentence only tells of it', () => {
    expect(commandsOf('1. Check the ring. `relay_errors{ring="b"}` is rising by then.')).toEqual([])
    expect(commandsOf('1. Check whether `relay_errors{ring="b"}` is rising.')).toEqual(['relay_errors{ring="b"}'])
  })

  it.each(['k0s', 'rke2', 'kops', 'clusterctl', 'etcdutl', 'longhornctl', 'cephadm', 'microk8s'])(
    'R3 "%s" is known, so that a first line of it is a command',
    (tool) => {
      expect(
        commandsOf('- Save the ring.', ...codeBlock('', `${tool} ring-snapshot save`, '  --name relay')),
      ).toHaveLength(1)
      expect(commandsOf(`- Look at it: \`${tool} ring list\``)).toEqual([`${tool} ring list`])
    },
  )
})

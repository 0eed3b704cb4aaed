import { describe, expect, it } from 'vitest'
import { shellOf } from '../../../shared/runbook/commands/shell-of-command.ts'
import { runbookOf } from './read-sample.ts'

const table = (header: string, ...rows: string[]) => [header, header.replace(/[^|]+/g, '---'), ...rows]
const stepsOf = (header: string, ...rows: string[]) =>
  runbookOf('# T', '## Mitigation', ...table(header, ...rows)).steps
const read = (header: string, ...rows: string[]) =>
  stepsOf(header, ...rows).map(({ text, depth, commands }) => [
    `${'>'.repeat(depth)}${text}`,
    ...commands.map((command) => command.text),
  ])

describe('R3.8 what a column offers', () => {
  it.each(["Don't", 'Never', 'What not to do', 'Do not'])('R3.8 no command of a column "%s" is offered', (name) => {
    const row = '| Restart the relay with `systemctl restart relayd` | `rm -rf /var/lib/ring` |'
    expect(read(`| Do | ${name} |`, row)).toEqual([
      [`Restart the relay with systemctl restart relayd (${name}: rm -rf /var/lib/ring)`, 'systemctl restart relayd'],
    ])
  })

  it('R3.8 what a column forbids neither names a row nor is a step of it', () => {
    expect(read("| Don't | Do |", '| `rm -rf /var/lib/ring` | Restart the relay |')).toEqual([
      ["Restart the relay (Don't: rm -rf /var/lib/ring)"],
    ])
    const rows = ['| Ring full | Delete the ring |', '| Ring late | Restart both relays |']
    expect(read('| State | Avoid |', ...rows)).toEqual([])
    expect(read("| Do | Don't |", '| [Drain](drain.md) | Delete the ring |')).toEqual([
      ["Drain (Don't: Delete the ring)"],
    ])
  })

  it('R3.8 a cause, what comes of it, and the way back offer no command', () => {
    const row = '| Node gone | somebody ran `kubectl delete node n1` | Add the node | `kubectl delete node n2` |'
    expect(read('| Problem | Cause | Action | Rollback |', row)).toEqual([
      ['Node gone: Add the node (Rollback: kubectl delete node n2)'],
    ])
    const undone = '| Open it | `helm rollback ring` | `helm upgrade ring ./ring` |'
    expect(read('| Step | Rollback command | Command |', undone)[0]?.slice(1)).toEqual(['helm upgrade ring ./ring'])
    expect(read('| Release | Rollback command |', '| Ring | `helm rollback ring` |')[0]?.slice(1)).toEqual([
      'helm rollback ring',
    ])
  })

  it('R3.7 of a table within an item only what is to be typed is a command of it', () => {
    const within = table("| Ring | Check | Don't |", '| b | `ringctl show --ring b` | `ringctl purge --all` |')
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Check all of them:',
      '',
      ...within.map((row) => `   ${row}`),
    )
    expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual(['ringctl show --ring b'])
  })

  it('R3.8 what to type if that fails is a step below the row', () => {
    const row = '| RingFull | Run `ringctl drain --all` | Run `ringctl purge --all` |'
    expect(read('| Alert | First action | If that fails |', row)).toEqual([
      ['RingFull: Run ringctl drain --all', 'ringctl drain --all'],
      ['>If that fails: Run ringctl purge --all', 'ringctl purge --all'],
    ])
  })

  it('R3.8 a column that nobody knows offers what its cells ask for', () => {
    const row = '| Drain it | Run `ringctl drain --all` | `ringctl show --all` was torn | Ann |'
    expect(read('| Action | How | Seen | Owner |', row)[0]?.slice(1)).toEqual(['ringctl drain --all'])
  })

  it('R3.8 the action is the step, and "Step" beside it its name', () => {
    const rows = ['| Preparation | Drain the ring |', '| Change | Open the relay |']
    expect(read('| Step | Action |', ...rows)).toEqual([['Preparation: Drain the ring'], ['Change: Open the relay']])
    const told = ['| Drain the ring | 200 |', '| Open the relay | 201 |']
    expect(read('| Step | Response |', ...told)).toEqual([['Drain the ring'], ['Open the relay']])
    expect(read('| Step | Action |', '| 1 | Drain the ring |', '| 2 | Open it |')).toEqual([
      ['Drain the ring'],
      ['Open it'],
    ])
  })

  it('R7 what stands in a column of queries is for no shell, unless it begins with a tool of one', () => {
    const shellsOf = (column: string, code: string) =>
      stepsOf(`| Check | ${column} |`, `| Ring | \`${code}\` |`).flatMap(({ commands }) => commands.map(shellOf))
    expect(shellsOf('Query', 'ring_lag > 5')).toEqual([null])
    expect(shellsOf('Query', 'status:500 service:ring')).toEqual([null])
    expect(shellsOf('Query', 'Heartbeat \\| where x > 5')).toEqual([null])
    expect(shellsOf('Query', 'kubectl get rings')).toEqual(['sh'])
    expect(shellsOf('Command', 'relaysync state')).toEqual(['sh'])
  })
})

import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# Relay', ...lines).steps.map(({ text, commands }) => [text, ...commands.map((one) => one.text)])

describe('R3 what stands behind a label that orders', () => {
  it('R3 is a step though it names only things, unless it states something', () => {
    expect(
      stepsOf('**Check.** The board of the ring; which keys grow (`late:*`)?', '', '**Act.** Drain the ring.'),
    ).toEqual([['The board of the ring; which keys grow (late:*)?'], ['Drain the ring.']])
    expect(stepsOf('**Check:** Open the board.', '', '**Fix:** This is a known limitation.')).toEqual([
      ['Open the board.'],
    ])
  })

  it('R3 a verb in quotation marks is one, and what stands in brackets states nothing', () => {
    const items = [
      "1. Then 'update' the record, which should show up",
      '2. Snapshot of the store (or ensure one exists).',
      '3. Wait',
    ]
    expect(stepsOf('## Fix', '', ...items).map(([text]) => text)).toEqual(items.map((item) => item.slice(3)))
  })
})

describe('R3 what stands below a step', () => {
  it('R3 things to look for are none, though they hold a query', () => {
    const items = [
      '1. Check the metrics:',
      '',
      '   Look for:',
      '   - `relay_runs{job="a"}` increasing',
      '   - `relay_last` stale',
    ]
    expect(stepsOf('## Diagnosis', '', ...items)).toEqual([['Check the metrics']])
  })

  it('R3 a command that is repeated above its output is typed once', () => {
    const shown = [
      '*Example output*',
      '',
      '```sql',
      'MariaDB [(none)]> START SLAVE;',
      'Query OK, 0 rows affected',
      '```',
    ]
    expect(stepsOf('## Fix', '', 'Start it again.', '', '```sql', 'START SLAVE;', '```', '', ...shown)).toEqual([
      ['Start it again.', 'START SLAVE;'],
    ])
  })

  it('R3 a query over several lines, and a call behind "cd", are commands', () => {
    const query = 'relay_used{\n  ring="a",\n  kind="b"\n}'
    expect(stepsOf('## Fix', '', 'Graph it with this query:', '', '```text', query, '```')).toEqual([
      ['Graph it with this query', query],
    ])
    expect(stepsOf('## Fix', '', '- Seed it again: `cd relay && python seed.py`.')).toEqual([
      ['Seed it again: cd relay && python seed.py.', 'cd relay && python seed.py'],
    ])
  })
})

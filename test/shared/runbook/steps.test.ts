import { describe, expect, it } from 'vitest'
import type { Step } from '../../../shared/runbook/runbook.ts'
import { stepsFor } from '../../../shared/runbook/runbook.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]): readonly Step[] => runbookOf('# T', '## Diagnosis', ...lines).steps
const texts = (steps: readonly Step[]) => steps.map(({ text }) => text)

describe('R3 which lines are steps', () => {
  it('R3 boxes win over numbers, numbers over bullets, bullets over prose', () => {
    expect(texts(stepsOf('- [ ] Tick', '', 'words', '', '1. Number', '', '* Bullet'))).toEqual(['Tick'])
    expect(texts(stepsOf('words', '', '1. Number', '', 'more', '', '* Bullet'))).toEqual(['Number'])
    expect(texts(stepsOf('words', '', '* Bullet one', '* Bullet two'))).toEqual(['Bullet one', 'Bullet two'])
    expect(texts(stepsOf('Look at this:', '', '```sh', 'ls', '```', '', 'A remark.'))).toEqual(['Look at this'])
  })

  it('R3 each section has its own best kind, in document order', () => {
    const { steps } = runbookOf(
      '## Diagnosis',
      '1. Look',
      '## Mitigation',
      '- [ ] Restart',
      '## Resolution',
      '- Tell them',
    )
    expect(texts(steps)).toEqual(['Look', 'Restart', 'Tell them'])
  })

  it('R3 sub-steps lie deeper, and the markdown of a step leaves them out', () => {
    const steps = stepsOf('1. Outer', '   - Inner', '     1. Innermost', '2. Next')
    expect(steps.map(({ text, depth }) => [text, depth])).toEqual([
      ['Outer', 0],
      ['Inner', 1],
      ['Innermost', 2],
      ['Next', 0],
    ])
    expect(steps[0]?.markdown).toBe('Outer')
  })

  it('R3 under boxes only boxes are steps; a ticked box is remembered', () => {
    const steps = stepsOf('- [x] Done', '- [ ] Open', '  - a note', '  - [X] deeper')
    expect(steps.map(({ text, depth, checkedInSource }) => [text, depth, checkedInSource])).toEqual([
      ['Done', 0, true],
      ['Open', 0, false],
      ['deeper', 1, true],
    ])
  })

  it('R3 no stray sentence is a step when the text has real actions', () => {
    expect(texts(stepsOf('- This alert is noisy on Mondays.', '- Restart the loader', '- The loader is old.'))).toEqual(
      ['Restart the loader'],
    )
    const { steps } = runbookOf(
      '## Diagnosis',
      '1. Look',
      '## Mitigation',
      'Done means:',
      '',
      '- the number is right, or',
      '- the report is held.',
    )
    expect(texts(steps)).toEqual(['Look'])
  })

  it('R3 remarks below a step stay with it and are no steps', () => {
    const steps = stepsOf('1. Restart it', '   - the light is green when it is ready', '2. Wait', '   - Read the log')
    expect(steps.map(({ text, depth, markdown }) => [text, depth, markdown])).toEqual([
      ['Restart it', 0, 'Restart it\n- the light is green when it is ready'],
      ['Wait', 0, 'Wait'],
      ['Read the log', 1, 'Read the log'],
    ])
  })

  it('R4 away from step headings, bullets that ask for something count beside a paragraph with code', () => {
    const { steps } = runbookOf(
      '# T',
      '* Do not panic',
      '',
      '* Check the disk',
      '',
      'Look at the old files:',
      '',
      '```',
      'du -sh /old',
      '```',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Check the disk', 0],
      ['Look at the old files', 1],
    ])
  })

  it('R3 names of metrics are no steps beside a paragraph with a command, and the last resort without one', () => {
    const metrics = ['Some metrics:', '', '- `conn_failed_total`', '- CPU usage']
    expect(texts(stepsOf(...metrics, '', 'Then look at the disk:', '', '```sh', 'df -h', '```'))).toEqual([
      'Then look at the disk',
    ])
    expect(texts(stepsOf('- The logs', '- CPU usage'))).toEqual(['The logs', 'CPU usage'])
  })

  it('R3 facts of an alert and bare links are not steps', () => {
    const steps = stepsOf('+ *Severity*: critical', '+ *Action*: Restart it', '+ [Dashboard](https://d.example.com)')
    expect(texts(steps)).toEqual(['Restart it'])
  })

  it('R4 rows of a table with a step or a fix are steps', () => {
    const steps = stepsOf(
      '| Symptom | Cause | Fix |',
      '|---|---|---|',
      '| 401 | key expired | Rotate it |',
      '| 429 | too fast | Slow down |',
    )
    expect(texts(steps)).toEqual(['401: Rotate it', '429: Slow down'])
  })

  it('R4 a table of figures holds no steps', () => {
    expect(runbookOf('# T', '| Service | Port |', '|---|---|', '| a | 1 |').steps).toEqual([])
  })

  it('R4 HTML lists and boxes are steps', () => {
    const steps = stepsOf(
      '<ul>',
      '<li><input type="checkbox" checked> Stop &amp; wait</li>',
      '<li><input type="checkbox"> Run <code>sudo ls</code>',
      '</ul>',
    )
    expect(steps.map(({ text, checkedInSource }) => [text, checkedInSource])).toEqual([
      ['Stop & wait', true],
      ['Run sudo ls', false],
    ])
  })

  it('R3 steps of a scenario are shown when it is chosen, else the general ones', () => {
    const runbook = runbookOf(
      '## Failure scenarios',
      '### Late',
      '1. Wait',
      '### Odd',
      'Nothing known.',
      '## Debugging steps',
      '1. Look',
    )
    expect(texts(stepsFor(runbook, 'late'))).toEqual(['Wait'])
    expect(texts(stepsFor(runbook, 'odd'))).toEqual(['Look'])
    expect(texts(stepsFor(runbook))).toEqual(['Look'])
  })
})

describe('R3 commands', () => {
  it('R3 a shell block belongs to the step before it, within the item or after the list', () => {
    const steps = stepsOf('1. One', '   ```sh', '   a', '   ```', '2. Two', '', '```bash', 'b', '```')
    expect(steps.map(({ commands }) => commands)).toEqual([
      [{ language: 'sh', text: 'a', line: 5 }],
      [{ language: 'bash', text: 'b', line: 10 }],
    ])
  })

  it('R3 prompts are taken off and answers kept apart', () => {
    const [step] = stepsOf(
      '1. Look',
      '',
      '   ```console',
      '   $ one \\',
      '     --two',
      '   out',
      '   $ three',
      '   ```',
    )
    expect(step?.commands).toEqual([
      { language: 'console', text: 'one \\\n  --two', line: 6, output: 'out' },
      { language: 'console', text: 'three', line: 9 },
    ])
    expect(stepsOf('1. Look', '', '       $ a', '       $ b')[0]?.commands).toMatchObject([{ text: 'a\nb' }])
  })

  it('R4 a script in which each command has its remark gives a step for each', () => {
    const steps = stepsOf(
      '```bash',
      '# 1. Check the scheduler (2 min)',
      'docker ps',
      '',
      '# 2. Restart it',
      'docker restart a \\\\',
      '  --now',
      '# nothing below',
      '```',
    )
    expect(
      steps.map(({ text, timeBoxMs, commands }) => [
        text,
        timeBoxMs,
        commands.map((command) => [command.text, command.line]),
      ]),
    ).toEqual([
      ['Check the scheduler (2 min)', 120_000, [['docker ps', 5]]],
      ['Restart it', undefined, [['docker restart a \\\\\n  --now\n# nothing below', 8]]],
    ])
  })

  it('R3 a remark in a console is not taken for the prompt of the administrator', () => {
    const [step] = stepsOf(
      '1. Look',
      '   ```console',
      '   # systemctl restart loader',
      '   done',
      '   # all is well',
      '   ```',
    )
    expect(step?.commands).toEqual([
      { language: 'console', text: 'systemctl restart loader', line: 5, output: 'done\n# all is well' },
    ])
  })

  it('R3 logs, JSON and diagrams are shown, not offered as commands', () => {
    const steps = stepsOf(
      '1. Look',
      '   ```json',
      '   {}',
      '   ```',
      '   ```',
      '   2026-01-01 ERROR x',
      '   ```',
      '   ```mermaid',
      '   a',
      '   ```',
    )
    expect(steps[0]?.commands).toEqual([])
    expect(steps[0]?.markdown).toContain('2026-01-01 ERROR x')
  })

  it('R3 a code span counts when it is a whole command', () => {
    expect(stepsOf('1. Run `kubectl get pods` and look at `orders.daily`')[0]?.commands).toEqual([
      { language: 'sh', text: 'kubectl get pods', line: 3 },
    ])
  })
})

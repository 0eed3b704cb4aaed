import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'kubectl rollout restart deploy/relay'
const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', `1. Restart: \`${GOOD}\``, ...lines)
const offered = (...lines: string[]) => read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 an item that forbids without a colon', () => {
  it.each([
    'Forbidden',
    '**Forbidden**',
    "Don'ts",
    'Never do this',
    'Never do this.',
    'Never',
    'Things not to do',
    'It is forbidden to',
    'Things you must never do',
    'What must not be done',
    'Under no circumstances',
    'Off limits',
    'Verboten',
    'Purge it (never run this)',
    'If the ring is lost, never',
  ])('R3.3 "%s" keeps from the items below it', (words) => {
    const items = [`2. ${words}`, `   - \`${BAD}\``, `   - Run \`${BAD}\``, '3. Look: `kubectl get pods`']
    const { steps } = read(...items)
    expect(offered(...items)).toEqual([GOOD, 'kubectl get pods'])
    expect(steps).toHaveLength(2)
    expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
    expect(offered(`2. ${words}`, '', `   1. \`${BAD}\``)).toEqual([GOOD])
  })

  it.each(["Don'ts", 'Things not to do', 'Forbidden', 'No-gos'])('R3.3 "%s" keeps from the code below it', (words) =>
    expect(offered(`2. ${words}`, '   ```sh', `   ${BAD}`, '   ```')).toEqual([GOOD]),
  )

  it('R3.3 a remark below it is no step', () =>
    expect(read('2. Not allowed', '', '   It loses rows.', '', `   - \`${BAD}\``).steps).toHaveLength(1))

  it.each(['Do not wait', "Don't panic", 'Do not forget', 'Nicht vergessen', 'Never skip this'])(
    'R3.3 "%s" keeps from none',
    (words) => expect(offered(`2. ${words}`, `   - \`kubectl get pods\``)).toEqual([GOOD, 'kubectl get pods']),
  )
})

describe('R3.3 a line that forbids straight below one that does not', () => {
  const fence = ['   ```sh', `   ${BAD}`, '   ```']
  it.each([
    ['   Never run this:'],
    ['Never run this:'],
    ['   **Do NOT run:**'],
    ['   Do not run this in production'],
    ['   ⛔ Never run this:'],
    ['   Niemals ausführen:'],
    ['   Do not run this,', '   it deletes data:'],
  ])('R3.3 "%s" leaves the order above it', (...lines) => {
    const { steps } = read('2. Look: `kubectl get pods`', ...lines, ...fence, '3. Tell the lead.')
    expect(steps.map(({ text }) => text)).toEqual([`Restart: ${GOOD}`, 'Look: kubectl get pods', 'Tell the lead.'])
    expect(steps[1]?.commands.map(({ text }) => text)).toEqual(['kubectl get pods'])
    expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
  })

  it.each(['<br>', '<br/>\n   ', '\\\n   '])('R3.3 so does one behind a break %j', (mark) => {
    const { steps } = read(`2. Look: \`kubectl get pods\`${mark}Never run this:`, ...fence)
    expect(steps.map(({ text }) => text)).toEqual([`Restart: ${GOOD}`, 'Look: kubectl get pods'])
  })

  it('R3.3 and one above items', () =>
    expect(offered('2. Look: `kubectl get pods`', '   Never:', `   - \`${BAD}\``)).toEqual([GOOD, 'kubectl get pods']))

  it('R3.3 a sentence that goes on over the end of a line is whole', () => {
    const lead = ['Look at the relay, which is what others do, and', 'never run this on a Friday:']
    expect(read('', ...lead, '', '```sh', 'kubectl get pods', '```').steps[1]?.text).toContain('Look at the relay')
  })
})

import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'kubectl rollout restart deploy/relay'
const LAST = 'kubectl get pods'
const fence = (language: string, code: readonly string[]) =>
  ['```', ...code, '```'].join('\n').replace('```', `\`\`\`${language}`)
const offered = (code: readonly string[], language = 'sh') =>
  runbookOf('# T', '## Mitigation', 'Restart it:', '', fence(language, code)).steps.flatMap(({ commands }) =>
    commands.map(({ text }) => text),
  )

describe('R3.3 a remark in code that keeps from a line of it', () => {
  it.each([
    'NEVER run the next line on prod',
    'Do not run the line below',
    "don't ever run the line after this",
    'never execute the following command in production',
    'the next line must never be run',
    'DANGER: do not run what follows',
  ])('R3.3 "# %s": what stands above is left', (remark) => {
    expect(offered([GOOD, `# ${remark}`, BAD])).toEqual([GOOD])
    expect(offered([GOOD, `# ${remark}`, '', '', BAD])).toEqual([GOOD])
    expect(offered([GOOD, `# ${remark}`, 'kubectl delete \\', '  pvc ring-0'])).toEqual([GOOD])
  })

  it('R3.3 a ban of one line holds as far as the next blank one, which need not be the end of the block', () => {
    expect(offered([GOOD, '# never run the next line', BAD, '', LAST])).toEqual([GOOD, LAST])
    expect(offered(['# never run the next line', '', '', BAD, '', LAST])).toEqual([LAST])
    expect(offered(['# never run the next line', 'cat <<EOF', BAD, '', BAD, 'EOF', '', LAST])).toEqual([LAST])
    expect(offered(['-- never run the next statement', 'DELETE FROM ring', 'WHERE id = 1;'], 'sql')).toEqual([])
  })

  it('R3.3 of several lines it holds as any other', () =>
    expect(offered([GOOD, '# never run the next two lines', BAD, '', BAD])).toEqual([GOOD]))

  it.each(['NEVER run the line above on prod', 'Do not run the above', 'Never run the previous command'])(
    'R3.3 "# %s" leaves nothing, for nobody can tell how far up it goes',
    (remark) => expect(offered([BAD, `# ${remark}`, GOOD])).toEqual([]),
  )

  it('R3.3 a block that begins with a ban stays forbidden as far as a remark that says what to run', () =>
    expect(offered(['# DANGER! do not run', BAD, '', '# then', GOOD])).toEqual([]))

  it('R3.3 a line that keeps from the next command is not said of the one above it', () =>
    expect(
      runbookOf(
        '# T',
        '## Mitigation',
        fence('sh', [GOOD]),
        '',
        'Do not run the next command.',
        '',
        fence('sh', [BAD]),
      ).steps.flatMap(({ commands }) => commands.map(({ text }) => text)),
    ).toEqual([GOOD]))
})

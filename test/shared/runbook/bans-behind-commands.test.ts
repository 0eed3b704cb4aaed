import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'systemctl restart relay'
const offered = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 a ban straight behind a command', () => {
  it.each([
    ' - never on prod',
    ': do not run this',
    ' (never!)',
    ' (do NOT use)',
    ' – do not run',
    ' — forbidden',
    ': not in production',
    ', do not use it on prod',
    ' (dangerous, never)',
    ' - never, use the console',
    '. Never run this in production.',
    ' (nicht ausführen)',
  ])('R3.3 "`...`%s" in a numbered item, which stays', (ban) => {
    const { steps } = runbookOf('# T', '## Mitigation', `1. \`${BAD}\`${ban}`, `2. \`${GOOD}\``)
    expect(steps.map(({ commands }) => commands.map(({ text }) => text))).toEqual([[], [GOOD]])
    expect(steps[0]?.text).toContain(BAD)
  })

  it.each([
    ' (do not forget the namespace)',
    ' (never twice)',
    ' – do not run it twice',
    ' - never fails',
    ' (not on the primary)',
    ' (do not run it if it drains)',
    ' - no downtime',
    ', never `systemctl stop relay`',
    ': do not stop it',
    ' (prod)',
    ' (production only)',
    '. Do not close the shell.',
  ])('R3.3 "`...`%s" keeps from nothing', (words) => {
    expect(offered(`1. \`${BAD}\`${words}`, `2. \`${GOOD}\``)).toEqual([BAD, GOOD])
  })

  it('R3.3 words in front that ask for it, and another sentence, leave a caution', () => {
    expect(offered(`1. Drop the claim with \`${BAD}\`. Do not run it again.`)).toEqual([BAD])
    expect(offered(`1. Drop the claim: \`${BAD}\` (never!)`, `2. \`${GOOD}\``)).toEqual([GOOD])
  })

  it.each(['# never on prod', '# never', '# NOT in production', "# don't", '// never in prod', '# ❌'])(
    'R3.3 the remark "%s" behind it',
    (remark) => expect(offered('```sh', GOOD, `${BAD}   ${remark}`, '```')).toEqual([GOOD]),
  )

  it.each(['# never twice', "# don't forget the namespace", '# in prod too', '# not in use', '# never blocks'])(
    'R3.3 not the remark "%s"',
    (remark) => expect(offered('```sh', `${BAD}   ${remark}`, '```').join()).toContain(BAD),
  )

  it('R3.3 a remark that names what it keeps from is of that alone', () => {
    expect(offered('```sh', '# do not run: kubectl delete ns relay', GOOD, '```').join()).toContain(GOOD)
    expect(offered('```sh', GOOD, '# do not run:', BAD, '```')).toEqual([GOOD])
  })
})

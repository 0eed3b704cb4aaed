import { expect, it } from 'vitest'
import { knownFact } from '../../../shared/incident/facts/fact-catalog.ts'
import { stepNames } from '../../../shared/postmortem/step-names.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const textOf = (command: string): string =>
  `# Late\n\n## Debugging steps\n\n1. Restart it:\n\n   \`\`\`bash\n   ${command}\n   \`\`\`\n`
const [before, after] = [textOf('kubectl rollout restart deploy'), textOf('kubectl delete pod --force')]
const opened = (text: string, hash: string) =>
  stated('runbook.opened', {
    ...{ path: 'a.md', title: 'Late', sha256: hash.repeat(64), text, matchedBy: 'by hand' },
    keepsOnlySame: true,
  })
const checked = (text: string) => {
  const [step] = parseRunbook({ path: 'a.md', text }).steps
  return stated('step.checked', { step: step?.id ?? '', text: step?.text ?? '' })
}

it('P3.3 R6 a step whose command changed is another one, and the first again where its command comes back', () => {
  const drafts = [opened(before, 'a'), checked(before), opened(after, 'b'), checked(after), opened(before, 'a')]
  const records = [...drafts, checked(before)].map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
  const facts = records.flatMap((record) => knownFact(record) ?? [])
  const [first, changed, again] = [...stepNames(facts).values()]
  expect(changed).not.toBe(first)
  expect(again).toBe(first)
})

it('P3.3 R6 a step keeps its name when the file of its runbook was renamed, and begins anew in a new file at the old name', () => {
  const { data } = opened(before, 'a')
  const moved = stated('runbook.opened', { ...data, path: 'ops/a.md', movedFrom: 'a.md' } as never)
  const drafts = [opened(before, 'a'), checked(before), moved, checked(before), opened(before, 'a'), checked(before)]
  const facts = drafts.flatMap((draft, at) => knownFact(recordOf(draft, at + 1, minuteMs(at))) ?? [])
  const [first, afterMove, inNewFile] = [...stepNames(facts).values()]
  expect(afterMove).toBe(first)
  expect(inNewFile).not.toBe(first)
})

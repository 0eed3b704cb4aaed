import { describe, expect, it } from 'vitest'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { at, fact, incidentOf } from './sample-log.ts'

const before =
  '# Loader stuck\n## Mitigation\n1. Look at the queue\n2. Restart the loader\n3. Check the table is filled\n'
const after = before
  .replace('1. Look', '1. Tell the channel\n2. Look')
  .replace('2. Restart', '3. Restart')
  .replace('3. Check', '4. Check')

const opened = (time: string, text: string, path = 'runbooks/follow.md', title = 'Loader stuck') => {
  const sha256 = text === after ? 'b' : 'a'
  return fact(at(time), 'runbook.opened', { path, title, sha256: sha256.repeat(64), text, matchedBy: 'hand' })
}
const keyOf = (text: string, words: string) => {
  const step = parseRunbook({ path: 'runbooks/follow.md', text }).steps.find((each) => each.text.startsWith(words))
  if (step === undefined) throw new Error(`no step ${words}`)
  return { step: step.id, text: step.text }
}
const done = (time: string, text: string, words: string) => fact(at(time), 'step.checked', keyOf(text, words))
const skipped = (time: string, text: string, words: string) =>
  fact(at(time), 'step.skipped', { ...keyOf(text, words), reason: 'board is down' })

function parts(facts: Parameters<typeof incidentOf>[0]) {
  const { sections } = composePostmortem(incidentOf(facts), { timezone: 'UTC' })
  const text = (id: string): string => sections.find((each) => each.id === id)?.text ?? ''
  return { response: text('response'), wentWrong: text('went-wrong') }
}

describe('P3.3 the steps of the runbooks that were followed', () => {
  it('P3.3 a step that was skipped, moved with the file and was done then is taken and not skipped', () => {
    const { response, wentWrong } = parts([
      opened('13:01', before),
      skipped('13:02', before, 'Look'),
      opened('13:03', after),
      done('13:04', after, 'Look'),
      skipped('13:05', after, 'Restart'),
    ])
    expect(response.match(/Look at the queue/g)).toHaveLength(1)
    expect(response).toMatch(
      /\*\*Steps taken\*\*\n\n- 13:04 UTC Look at the queue\n\n\*\*Steps skipped\*\*\n\n- Restart the loader/,
    )
    expect(wentWrong).toContain('One runbook step was skipped.')
    expect(response.match(/version/g)).toHaveLength(2)
  })

  it('P3.3 a step that was skipped and done later was not skipped, also in what went wrong', () => {
    const facts = [opened('13:01', before), skipped('13:02', before, 'Look'), done('13:04', before, 'Look')]
    expect(parts(facts).wentWrong).not.toContain('skipped')
  })

  it('P3.3 each runbook has its steps under its name; the one gone back to goes on', () => {
    const other = '# Disk full\n1. Look at the disk\n'
    const look = parseRunbook({ path: 'runbooks/disk.md', text: other }).steps[0]
    const { response } = parts([
      opened('13:01', before),
      done('13:02', before, 'Look'),
      opened('13:03', other, 'runbooks/disk.md', 'Disk full'),
      fact(at('13:04'), 'step.checked', { step: look?.id ?? '', text: 'Look at the disk' }),
      opened('13:05', before),
      skipped('13:06', before, 'Restart'),
    ])
    expect(response).toContain(
      [
        '**Steps taken: Loader stuck**\n',
        '- 13:02 UTC Look at the queue\n',
        '**Steps skipped: Loader stuck**\n',
        '- Restart the loader. Reason: board is down\n',
        '**Steps taken: Disk full**\n',
        '- 13:04 UTC Look at the disk',
      ].join('\n'),
    )
    expect(response.match(/\*\*Runbook:\*\*/g)).toHaveLength(2)
  })

  it('P3.3 runbooks with the same title are told apart by their paths', () => {
    const { response } = parts([
      opened('13:01', before),
      done('13:02', before, 'Look'),
      opened('13:03', before, 'runbooks/eu/follow.md'),
      done('13:04', before, 'Look'),
    ])
    expect(response).toContain('**Steps taken: Loader stuck, runbooks/follow.md**')
    expect(response).toContain('**Steps taken: Loader stuck, runbooks/eu/follow.md**')
  })
})

import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { FOLD_VERSION } from '../../electron/host/state-cache.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, toJson } from '../../shared/incident/incident-state.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../support/log-builder.ts'

const command = 'df -h <disk>'
const text = `# Late\n\n## Debugging steps\n\n- [ ] Look\n  \`\`\`sh\n  ${command}\n  \`\`\`\n- [ ] Free some room\n`
const sha256 = createHash('sha256').update(text).digest('hex')
const step = parseRunbook({ path: 'late.md', text }).steps[0]?.id ?? ''
const started = { step, command, folder: '/srv/workspace', runbook: sha256, index: 0, limitMs: 60_000 }

/** Facts that leave something in every part of a state. */
const drafts: readonly FactDraft[] = [
  stated('incident.declared', declaration()),
  stated('incident.acknowledged', {}),
  stated('runbook.opened', { path: 'early.md', title: 'Early', sha256, text, matchedBy: 'by hand' }),
  stated('runbook.opened', { path: 'late.md', title: 'Late', sha256, text, matchedBy: 'by hand' }),
  stated('step.noted', { step, text: 'Look', note: 'since 02:00' }),
  stated('runbook.opened', {
    path: 'ops/late.md',
    title: 'Late',
    sha256,
    text,
    matchedBy: 'by hand',
    movedFrom: 'late.md',
  }),
  stated('value.given', { name: 'disk', value: '/dev/sda' }),
  stated('secret.given', { name: 'TOKEN' }),
  stated('command.started', { ...started, run: 'a' }),
  stated('command.ran', { run: 'a', step, command, exitCode: 0, output: 'ok' }),
  stated('command.started', { ...started, run: 'b' }),
  stated('alert.attached', {
    fingerprint: 'f',
    source: 'generic',
    status: 'firing',
    startsAt: minuteAt(0),
    labels: { alertname: 'Late' },
    annotations: { summary: 'It is late' },
  }),
  stated('entry.starred', { of: 'one', starred: true }),
  stated('postmortem.edited', { section: 'summary', text: 'What happened' }),
  stated('action.added', { action: 'a1', what: 'alert earlier', type: 'detect', owner: null, due: null }),
  stated('update.promised', { dueAt: minuteAt(40) }),
]

it('a state folded from the same facts is the one that FOLD_VERSION stands for; when it is another, raise the version', () => {
  const state = foldIncident(
    null,
    drafts.map((draft, index) => recordOf(draft, index + 1, minuteMs(index))),
  )
  if (state === null) throw new Error('nothing was folded')
  const folded = createHash('sha256')
    .update(JSON.stringify(toJson(state)))
    .digest('hex')
    .slice(0, 16)
  expect({ version: FOLD_VERSION, folded }).toEqual({ version: 18, folded: 'da5399deb85af22e' })
})

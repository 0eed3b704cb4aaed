// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { StepHistory } from '../../../../renderer/features/library/trust/step-history.tsx'
import type { RunRecord } from '../../../../shared/library/run-fold.ts'
import { trustSignals } from '../../../../shared/library/trust-signals.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { type Rendered, render } from '../../../support/rendered.tsx'

let page: Rendered | undefined
afterEach(() => page?.unmount())

const runThatTook = (minutes: number): RunRecord => ({
  ...{ path: 'runbooks/a.md', title: 'A', sha256: 'a'.repeat(64) },
  openedAt: `2026-11-2${minutes}T03:00:00.000Z`,
  isUsed: true,
  asked: ['Look'],
  steps: [{ text: 'Look', outcome: 'done', tookMs: minutes * 60_000 }],
})

it('L15 the median of 2 and 3 minutes is told with its seconds', () => {
  const runbook = parseRunbook({ path: 'runbooks/a.md', text: '# A\n\n1. Look\n' })
  const context = { team: emptyTeam, files: new Set<string>(), today: '2026-11-24' }
  const signals = trustSignals(runbook, [runThatTook(2), runThatTook(3)], context)
  page = render(<StepHistory signals={signals} />)
  expect(page.box.textContent).toContain('2 min 30 s, median of 2 runs')
})

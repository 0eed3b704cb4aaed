import { parseRunbook } from '../runbook/parse-runbook.ts'
import { type Runbook, type Step, stepsFor } from '../runbook/runbook.ts'
import { ownEntry } from './own-entry.ts'
import type { RunbookRun, StepProgress } from './runbook-run.ts'

/** A step of the run with what was done about it; null when nobody has touched it. */
export type ChecklistItem = { readonly step: Step; readonly progress: StepProgress | null }

/** The steps of a run in order, as its pinned text and chosen scenario say (R3, R6). */
export function checklistOf(run: RunbookRun, runbook: Runbook): readonly ChecklistItem[] {
  return stepsFor(runbook, run.scenario?.id ?? undefined).map((step) => ({
    step,
    progress: ownEntry(run.steps, step.id),
  }))
}

/** The first step that is neither done nor skipped, counted from 1; null when all are, or there is no step. */
export function currentStep(
  run: RunbookRun,
): { readonly position: number; readonly of: number; readonly text: string } | null {
  const items = checklistOf(run, parsedPin(run))
  const at = items.findIndex(({ progress }) => progress === null || progress.state === 'open')
  const item = items[at]
  return item === undefined ? null : { position: at + 1, of: items.length, text: item.step.text }
}

const pinsRemembered = 64
const parsedPins = new Map<string, Runbook>()

/** Parses a pinned text once, by its hash: a summary is made after each fact, and the text cannot change. */
export function parsedPin(run: RunbookRun): Runbook {
  const known = parsedPins.get(run.sha256)
  if (known !== undefined) return known
  const runbook = parseRunbook({ path: run.path, text: run.text })
  if (parsedPins.size >= pinsRemembered) parsedPins.clear()
  parsedPins.set(run.sha256, runbook)
  return runbook
}

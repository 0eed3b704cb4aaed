import { parseRunbook } from '../runbook/parse-runbook.ts'
import { type Runbook, type Step, stepsFor } from '../runbook/runbook.ts'
import { ownEntry } from './own-entry.ts'
import type { RunbookRun } from './runbook-run.ts'
import type { StepProgress } from './step-progress.ts'

/** A step of the run with what was done about it; null when nobody has touched it. */
export type ChecklistItem = { readonly step: Step; readonly progress: StepProgress | null }

/** Whether nobody has done or skipped a step: what is left to do. */
export const isOpenStep = ({ progress }: ChecklistItem): boolean => progress === null || progress.state === 'open'

/** The steps of a run in order, as its pinned text and chosen scenario say (R3, R6). */
export function checklistOf(run: RunbookRun, runbook: Runbook): readonly ChecklistItem[] {
  const steps = stepsFor(runbook, run.scenario?.id ?? undefined)
  const elsewhere = progressElsewhere(run, runbook)
  return steps.map((step) => ({
    step,
    progress: ownEntry(run.steps, step.id) ?? elsewhere.get(keyOf(step.id, step.text))?.shift() ?? null,
  }))
}

/** The steps of a run that nobody has done or skipped: what is to be verified first, then the rest, each in the order of the runbook. */
export function openSteps(run: RunbookRun): readonly Step[] {
  const open = checklistOf(run, parsedPin(run)).filter(isOpenStep)
  const verifying = open.filter(({ step }) => step.kind === 'verify')
  return [...verifying, ...open.filter(({ step }) => step.kind !== 'verify')].map(({ step }) => step)
}

/** Which list of the runbook a step stands in, by its id: what stays when the steps are counted otherwise. */
export const listOfStep = (id: string): string => id.replace(/-\d+-[^-]*$/, '')

/** The place of a step in its list, from 1, by its id; null when the id tells none. */
export function placeInList(id: string): number | null {
  const place = /-(\d+)-[^-]*$/.exec(id)?.[1]
  return place === undefined ? null : Number(place)
}

const keyOf = (id: string, text: string): string => JSON.stringify([listOfStep(id), text])

/**
 * What was done about steps whose ids this version does not give. A newer Nightdesk may read the same text into more or fewer steps, which
 * counts the others anew; nobody's ticks are lost by that.
 */
function progressElsewhere(run: RunbookRun, runbook: Runbook): Map<string, StepProgress[]> {
  const lists = [runbook.steps, ...runbook.scenarios.map(({ steps }) => steps)]
  const known = new Set(lists.flatMap((steps) => steps.map(({ id }) => id)))
  const found = new Map<string, StepProgress[]>()
  for (const [id, progress] of Object.entries(run.steps)) {
    if (known.has(id)) continue
    const key = keyOf(id, progress.text)
    found.set(key, [...(found.get(key) ?? []), progress])
  }
  return found
}

/** The first step that is neither done nor skipped, counted from 1; null when all are, or there is no step. */
export function currentStep(
  run: RunbookRun,
): { readonly position: number; readonly of: number; readonly text: string } | null {
  const items = checklistOf(run, parsedPin(run))
  const at = items.findIndex(isOpenStep)
  const item = items[at]
  return item === undefined ? null : { position: at + 1, of: items.length, text: item.step.text }
}

const pinsRemembered = 64
const parsedPins = new Map<string, Runbook>()

/** Parses a pinned text once, by its hash: a summary is made after each fact, and the text cannot change. */
export function parsedPin(run: Pick<RunbookRun, 'path' | 'sha256' | 'text'>): Runbook {
  const known = parsedPins.get(run.sha256)
  // An imported log may say a hash that is not its text's.
  if (known !== undefined && known.text === run.text && known.path === run.path) return known
  const runbook = parseRunbook({ path: run.path, text: run.text })
  if (parsedPins.size >= pinsRemembered) parsedPins.clear()
  parsedPins.set(run.sha256, runbook)
  return runbook
}

import { stepsFor } from '../runbook/runbook.ts'
import { createLabelValues } from '../runbook/variables/label-values.ts'
import { type CommandReading, type KnownValues, readingsOf } from '../runbook/variables/run-variables.ts'
import type { AttachedAlerts } from './attached-alerts.ts'
import { parsedPin } from './checklist.ts'
import type { IncidentState } from './incident-state.ts'
import { standing } from './retraction.ts'
import type { RunbookRun } from './runbook-run.ts'

/** The commands of a run, by the id of their step: what each of them leaves open. */
export const readingsOfRun = (run: RunbookRun): ReadonlyMap<string, readonly CommandReading[]> =>
  readingsOf(stepsFor(parsedPin(run), run.scenario?.id ?? undefined))

const labelled = new WeakMap<AttachedAlerts, KnownValues['labelled']>()

/** What an incident knows for the variables of its commands: what people gave, and what its alerts say. */
export function knownValues({ values, alerts }: Pick<IncidentState, 'values' | 'alerts'>): KnownValues {
  const find = labelled.get(alerts) ?? createLabelValues(standing(alerts).map(({ labels }) => labels))
  labelled.set(alerts, find)
  return { given: values, labelled: find }
}

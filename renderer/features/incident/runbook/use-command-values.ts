import { useCallback, useEffect, useMemo, useRef } from 'react'
import { readingsOfRun } from '../../../../shared/incident/command-values.ts'
import {
  type CommandReading,
  filledCommand,
  type KnownValues,
  readingOfText,
} from '../../../../shared/runbook/variables/run-variables.ts'
import { useDeskStore, useDraft, useOpenIncident } from '../../../state/store-context.tsx'
import { useStateFacts } from '../use-record.ts'
import { useSecretValues } from './secret-value.tsx'
import {
  createTypedValues,
  draftOf,
  knownWhileTyping,
  readValues,
  statedOnce,
  type TypedValues,
} from './typed-values.ts'

const noReadings: ReadonlyMap<string, readonly CommandReading[]> = new Map()

/** The commands of the open run, by the id of their step: what each of them waits for. */
export function useReadings(): ReadonlyMap<string, readonly CommandReading[]> {
  const { run } = useOpenIncident().state
  return useMemo(() => (run === null ? noReadings : readingsOfRun(run)), [run])
}

/** What is known for the variables of the commands; what is being typed counts already. */
export function useKnownValues(): KnownValues {
  const { incident, state } = useOpenIncident()
  const [text] = useDraft(draftOf(incident))
  const { held, typed } = useSecretValues()
  return useMemo(() => knownWhileTyping(state, { ...readValues(text), ...held, ...typed }), [state, text, held, typed])
}

/** The values that are being typed here. */
export function useTypedValues(): TypedValues {
  const { incident } = useOpenIncident()
  const store = useDeskStore()
  const stateFacts = useStateFacts()
  return createTypedValues(store, incident, (fact) =>
    statedOnce(store, incident, fact, async () => (await stateFacts(fact)).kind === 'durable'),
  )
}

/** Fills what is known of the values into a text that is copied; the same function for as long as the window is open. */
export function useFilledIn(): (text: string) => string {
  const values = useKnownValues()
  const known = useRef(values)
  useEffect(() => {
    known.current = values
  })
  return useCallback((text: string) => filledCommand(readingOfText('text', text), known.current), [])
}

import { useEffect, useState } from 'react'
import type { RunbookSuggestion } from '../../../shared/contract/answers.ts'
import { emptyTeam, findPipeline } from '../../../shared/schedule/team.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import type { DeclareDrafts } from '../../state/open-declare.ts'
import { goTo } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useDraft, useNow, useSelected } from '../../state/store-context.tsx'
import { useOneAtATime } from '../../state/use-one-at-a-time.ts'
import {
  type DeclareForm,
  detectedAtMsOf,
  readForm,
  runbookOf,
  severityOf,
  slaAtOf,
  slaChoiceOf,
} from './declare-form.ts'
import { latePipeline } from './late-pipeline.ts'
import { previewLadder } from './preview-ladder.ts'
import { usePolicy } from './use-policy.ts'
import { useSending } from './use-sending.ts'

const fields = ['title', 'pipeline', 'severity', 'detectedAt', 'impactStartedAt', 'runbook', 'sla', 'alert'] as const

/** Stands for "none" in the drafts: a blank pipeline is one that nobody has chosen yet. */
const NONE = 'none'

/** The one pipeline that is past its SLA, as it was when the dialog opened: what stands there does not change by itself. */
function useLatePipeline() {
  const store = useDeskStore()
  const [late] = useState(() => {
    const { desk, summaries } = store.getState()
    return latePipeline(desk?.workspace.team ?? emptyTeam, summaries, store.now())
  })
  return late
}

function useForm(latePipelineId: string) {
  const title = useDraft('declare.title')
  const pipeline = useDraft('declare.pipeline')
  const severity = useDraft('declare.severity')
  const detectedAt = useDraft('declare.detectedAt')
  const impactStartedAt = useDraft('declare.impactStartedAt')
  const runbook = useDraft('declare.runbook')
  const sla = useDraft('declare.sla')
  const alert = useDraft('declare.alert')
  const drafts = { title, pipeline, severity, detectedAt, impactStartedAt, runbook, sla, alert }
  const form: DeclareDrafts = {
    title: title[0],
    pipeline: pipeline[0] === '' ? latePipelineId : pipeline[0] === NONE ? '' : pipeline[0],
    severity: severity[0],
    detectedAt: detectedAt[0],
    impactStartedAt: impactStartedAt[0],
    runbook: runbook[0],
    sla: sla[0],
    alert: alert[0],
  }
  const set = (field: (typeof fields)[number], text: string): void => drafts[field][1](text)
  const choosePipeline = (id: string): void => {
    set('pipeline', id === '' ? NONE : id)
    set('runbook', '')
    set('sla', '')
  }
  const clear = (): void => {
    for (const field of fields) set(field, '')
  }
  const isPipelineChosen = pipeline[0] !== ''
  return { form, set, choosePipeline, isPipelineChosen, clear }
}

type Suggestions = { readonly asked: string; readonly list: readonly RunbookSuggestion[] }

/** What is asked for: another pipeline or another alert is another question. */
const questionOf = ({ pipeline, alert }: Pick<DeclareForm, 'pipeline' | 'alert'>): string => `${alert} ${pipeline}`

async function askSuggestions(
  { client }: DeskStore,
  form: Pick<DeclareForm, 'pipeline' | 'alert'>,
): Promise<Suggestions> {
  const pipeline = form.pipeline === '' ? null : form.pipeline
  const alert = form.alert === '' ? null : form.alert
  const reply = await client.call('runbooks.suggest', { pipeline, title: '', alert })
  return { asked: questionOf(form), list: reply.ok ? reply.value : [] }
}

/** The runbooks that fit, asked of the host whenever the pipeline, the alert or a file changes; `current` gives those of this instant. */
function useSuggestions({ pipeline, alert }: Pick<DeclareForm, 'pipeline' | 'alert'>) {
  const store = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [found, setFound] = useState<Suggestions & { readonly version: number }>({ asked: '', list: [], version: -1 })
  useEffect(() => {
    let isWanted = true
    void askSuggestions(store, { pipeline, alert }).then(
      (answer) => isWanted && setFound({ ...answer, version: libraryVersion }),
    )
    return () => {
      isWanted = false
    }
  }, [store, pipeline, alert, libraryVersion])
  const isAnswered = found.asked === questionOf({ pipeline, alert })
  const current = async (): Promise<Suggestions> =>
    isAnswered && found.version === store.getState().libraryVersion ? found : askSuggestions(store, { pipeline, alert })
  return { list: found.list, isAnswered, current }
}

/** The runbook that fits best; with neither pipeline nor alert none is opened unasked. */
const bestOf = (
  { list }: Pick<Suggestions, 'list'>,
  { pipeline, alert }: Pick<DeclareForm, 'pipeline' | 'alert'>,
): string | null => (pipeline === '' && alert === '' ? null : (list[0]?.path ?? null))

/** The state of the declare dialog and what it can do. */
export function useDeclare(onDone: () => void) {
  const store = useDeskStore()
  const nowMs = useNow(1_000)
  const zone = useSelected(selectZone)
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected((state) => state.desk?.preferences.me ?? null)
  const late = useLatePipeline()
  const { form: typed, set, choosePipeline, isPipelineChosen, clear } = useForm(late?.pipeline.id ?? '')
  const alert = useSelected((state) => state.alerts?.rows.find(({ id }) => id === typed.alert) ?? null)
  // What an earlier window left may be about an alert that is gone by now.
  const form = alert === null ? { ...typed, alert: '', episode: '' } : { ...typed, episode: alert.episode }
  const suggestions = useSuggestions(form)
  const [isTried, setTried] = useState(false)
  const [isSaving, begin] = useOneAtATime()
  const { send, giveUp, ...became } = useSending()

  const bestRunbook = bestOf(suggestions, form)
  const detectedAtMs = detectedAtMsOf(form, zone, nowMs) ?? nowMs
  const choice = slaChoiceOf(team, form.pipeline, detectedAtMs)
  const read = readForm(form, team, zone, nowMs, bestRunbook)
  const policy = usePolicy(form.pipeline, runbookOf(form, bestRunbook))
  const ladder = previewLadder(
    team,
    {
      pipeline: form.pipeline === '' ? null : form.pipeline,
      detectedAt: new Date(detectedAtMs).toISOString(),
      slaAt: slaAtOf(form, choice),
      severity: severityOf(form, findPipeline(team, form.pipeline)),
      policy,
    },
    me,
    nowMs,
  )

  const declare = async (isOther: boolean): Promise<void> => {
    setTried(true)
    // Whoever presses Enter before the host has answered gets the runbook too, by the name that its file has now.
    const now = readForm(form, team, zone, store.now(), bestOf(await suggestions.current(), form))
    if (!now.ok) return
    const incident = await send(form, now.input, isOther)
    if (incident === null) return
    clear()
    onDone()
    goTo({ screen: 'incident', incident })
  }

  return {
    form,
    set,
    choosePipeline,
    /** When the pipeline that nobody has chosen, and that stands there because it is late, was due. */
    lateSince: isPipelineChosen || late === null ? null : late.dueAt,
    clear: () => {
      clear()
      void giveUp()
    },
    team,
    zone,
    nowMs,
    suggestions: suggestions.list,
    /** Whether the host has answered for what stands in the form. */
    isAnswered: suggestions.isAnswered,
    alert,
    bestRunbook,
    choice,
    ladder,
    problems: read.ok || !isTried ? {} : read.problems,
    ...became,
    isSaving,
    declare: () => begin(() => declare(false)),
    /** Declares what stands there beside what was declared before. */
    declareToo: () => begin(() => declare(true)),
  }
}

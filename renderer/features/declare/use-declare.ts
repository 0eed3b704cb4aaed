import { useEffect, useState } from 'react'
import type { RunbookSuggestion } from '../../../shared/contract/contract.ts'
import { emptyTeam, findPipeline } from '../../../shared/schedule/team.ts'
import { goTo } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useDraft, useNow, useSelected } from '../../state/store-context.tsx'
import {
  type DeclareForm,
  detectedAtMsOf,
  previewLadder,
  readForm,
  severityOf,
  slaAtOf,
  slaChoiceOf,
} from './declare-form.ts'

const fields = ['title', 'pipeline', 'severity', 'detectedAt', 'impactStartedAt', 'runbook', 'sla'] as const

function useForm() {
  const title = useDraft('declare.title')
  const pipeline = useDraft('declare.pipeline')
  const severity = useDraft('declare.severity')
  const detectedAt = useDraft('declare.detectedAt')
  const impactStartedAt = useDraft('declare.impactStartedAt')
  const runbook = useDraft('declare.runbook')
  const sla = useDraft('declare.sla')
  const drafts = { title, pipeline, severity, detectedAt, impactStartedAt, runbook, sla }
  const form: DeclareForm = {
    title: title[0],
    pipeline: pipeline[0],
    severity: severity[0],
    detectedAt: detectedAt[0],
    impactStartedAt: impactStartedAt[0],
    runbook: runbook[0],
    sla: sla[0],
  }
  const set = (field: keyof DeclareForm, text: string): void => drafts[field][1](text)
  const clear = (): void => {
    for (const field of fields) set(field, '')
  }
  return { form, set, clear }
}

/** The runbooks that fit, asked of the host whenever the pipeline changes. */
function useSuggestions(pipeline: string): readonly RunbookSuggestion[] {
  const { client } = useDeskStore()
  const [found, setFound] = useState<readonly RunbookSuggestion[]>([])
  useEffect(() => {
    let isWanted = true
    const ask = async (): Promise<void> => {
      const reply = await client.call('runbooks.suggest', { pipeline: pipeline === '' ? null : pipeline, title: '' })
      if (isWanted) setFound(reply.ok ? reply.value : [])
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [client, pipeline])
  return found
}

/** The state of the declare dialog and what it can do. */
export function useDeclare(onDone: () => void) {
  const store = useDeskStore()
  const nowMs = useNow(1_000)
  const zone = useSelected(selectZone)
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected((state) => state.desk?.preferences.me ?? null)
  const { form, set, clear } = useForm()
  const suggestions = useSuggestions(form.pipeline)
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)

  const bestRunbook = form.pipeline === '' ? null : (suggestions[0]?.path ?? null)
  const detectedAtMs = detectedAtMsOf(form, zone, nowMs) ?? nowMs
  const choice = slaChoiceOf(team, form.pipeline, detectedAtMs)
  const read = readForm(form, team, zone, nowMs, bestRunbook)
  const ladder = previewLadder(
    team,
    {
      pipeline: form.pipeline === '' ? null : form.pipeline,
      detectedAt: new Date(detectedAtMs).toISOString(),
      slaAt: slaAtOf(form, choice),
      severity: severityOf(form, findPipeline(team, form.pipeline)),
    },
    me,
    nowMs,
  )

  const declare = async (): Promise<void> => {
    setTried(true)
    const now = readForm(form, team, zone, store.now(), bestRunbook)
    if (!now.ok || isSaving) return
    setSaving(true)
    const reply = await store.client.call('incidents.declare', now.input)
    setSaving(false)
    if (!reply.ok) return setRefusal([reply.error.message, reply.error.hint].filter(Boolean).join(' '))
    clear()
    onDone()
    goTo({ screen: 'incident', incident: reply.value.incident })
  }

  const problems = read.ok || !isTried ? {} : read.problems
  return {
    form,
    set,
    clear,
    team,
    zone,
    nowMs,
    suggestions,
    bestRunbook,
    choice,
    ladder,
    problems,
    refusal,
    isSaving,
    declare,
  }
}

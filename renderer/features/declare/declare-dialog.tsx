import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useRef } from 'react'
import type { SlaChoice } from '../../../shared/schedule/sla.ts'
import { findPipeline } from '../../../shared/schedule/team.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import dialog from '../../ui/dialog.module.css'
import { shortDate, shortTime, spanWords, zoneName } from '../../ui/time-words.ts'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import styles from './declare.module.css'
import { suggestedSeverity } from './declare-form.ts'
import { enterDeclares } from './enter-declares.ts'
import { FromAlert } from './from-alert.tsx'
import { LadderPreview } from './ladder-preview.tsx'
import { RunbookField } from './runbook-field.tsx'
import { SeenBefore } from './seen-before.tsx'
import { useDeclare } from './use-declare.ts'
import { WhatBecame } from './what-became.tsx'
import { WhoDeclares } from './who-declares.tsx'

type Declare = ReturnType<typeof useDeclare>

const severities = [
  { value: '1', label: 'SEV-1  wrong data published' },
  { value: '2', label: 'SEV-2  many consumers affected' },
  { value: '3', label: 'SEV-3  minor, may become worse' },
  { value: '4', label: 'SEV-4  degraded, pages nobody' },
  { value: '5', label: 'SEV-5  cosmetic, pages nobody' },
]

function slaOptions(choice: SlaChoice, zone: string) {
  const when = (at: string): string => `${shortDate(at, zone)} ${shortTime(at, zone)} ${zoneName(at, zone)}`
  return [
    ...(choice.missed === null ? [] : [{ value: 'missed', label: `Missed: ${when(choice.missed)}` }]),
    ...(choice.next === null ? [] : [{ value: 'next', label: `At stake: ${when(choice.next)}` }]),
    { value: 'none', label: 'Not about the SLA' },
  ]
}

function SlaField({ declare }: { readonly declare: Declare }) {
  const { choice, form, set, zone } = declare
  if (choice === null) return null
  return (
    <NativeSelect
      label="SLA"
      description="Where the ladder counts from, when the pipeline's policy says so"
      data={slaOptions(choice, zone)}
      value={form.sla === '' ? choice.suggested : form.sla}
      onChange={(event) => set('sla', event.currentTarget.value)}
    />
  )
}

function PipelineAndSeverity({ declare }: { readonly declare: Declare }) {
  const { form, set, choosePipeline, lateSince, nowMs, team } = declare
  const pipeline = findPipeline(team, form.pipeline === '' ? undefined : form.pipeline)
  return (
    <div className={styles.pair}>
      <NativeSelect
        label="Pipeline"
        description={
          lateSince === null ? (
            'Brings its runbook, owners and ladder'
          ) : (
            <>
              The only one past its SLA,{' '}
              <b className={styles.late}>late by {spanWords(nowMs - Date.parse(lateSince))}</b>
            </>
          )
        }
        data={[
          { value: '', label: 'None, or not known yet' },
          ...team.pipelines.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.pipeline}
        onChange={(event) => choosePipeline(event.currentTarget.value)}
      />
      <NativeSelect
        label="Severity"
        description="Unsure? Take the higher one."
        data={severities}
        value={form.severity === '' ? String(suggestedSeverity(pipeline)) : form.severity}
        onChange={(event) => set('severity', event.currentTarget.value)}
      />
    </div>
  )
}

function Times({ declare }: { readonly declare: Declare }) {
  const { form, set, zone, nowMs, problems } = declare
  const where = `Time in ${zoneName(nowMs, zone)}, your zone`
  return (
    <div className={styles.pair}>
      <TextInput
        label="Detected at"
        description={where}
        placeholder={`now, ${shortTime(nowMs, zone)}`}
        value={form.detectedAt}
        error={problems.detectedAt}
        onChange={(event) => set('detectedAt', event.currentTarget.value)}
      />
      <TextInput
        label="Impact started at (optional)"
        description="Leave it blank until somebody knows"
        placeholder="not known"
        value={form.impactStartedAt}
        error={problems.impactStartedAt}
        onChange={(event) => set('impactStartedAt', event.currentTarget.value)}
      />
    </div>
  )
}

/** Where the focus goes on when what had it in the form goes away. */
const TITLE = '[data-autofocus]'

/** The form: a title is enough, everything else has a sensible value already. */
export function DeclareDialog({ onClose }: { readonly onClose: () => void }) {
  const declare = useDeclare(onClose)
  const { form, set, team, problems, isSaving, isHeld, refusal, ladder, zone, alert, nowMs } = declare
  const box = useRef<HTMLFormElement>(null)
  useKeptFocus(box, `${isSaving} ${isHeld} ${refusal}`, TITLE)
  const pipeline = findPipeline(team, form.pipeline === '' ? undefined : form.pipeline)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void declare.declare()
  }
  return (
    <form
      ref={box}
      className={classNames(dialog.body, styles.form)}
      onSubmit={submit}
      onKeyDown={enterDeclares}
      noValidate
    >
      {alert === null ? null : (
        <FromAlert alert={alert} nowMs={nowMs} zone={zone} onLeaveOut={() => set('alert', '')} />
      )}
      <WhoDeclares />
      <TextInput
        label="Title"
        placeholder={pipeline === undefined ? 'What is wrong?' : `${pipeline.name} is late`}
        value={form.title}
        error={problems.title}
        data-autofocus
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      <PipelineAndSeverity declare={declare} />
      <SlaField declare={declare} />
      <Times declare={declare} />
      <RunbookField declare={declare} onFollow={onClose} />
      <LadderPreview rungs={ladder} zone={zone} />
      <SeenBefore title={form.title} pipeline={form.pipeline} onFollow={onClose} />
      <div className={styles.end}>
        <WhatBecame declare={declare} onFollow={onClose} />
        <div className={classNames(dialog.actions, styles.actions)}>
          <ActionButton
            tone="quiet"
            onClick={() => {
              declare.clear()
              box.current?.querySelector<HTMLElement>(TITLE)?.focus()
            }}
          >
            Clear
          </ActionButton>
          <ActionButton onClick={onClose}>Cancel</ActionButton>
          <ActionButton tone="primary" type="submit" keys="mod+enter" aria-disabled={isSaving}>
            Declare
          </ActionButton>
        </div>
      </div>
    </form>
  )
}

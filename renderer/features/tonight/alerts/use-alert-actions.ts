import { useState } from 'react'
import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import type { Refusal } from '../../../../shared/contract/refusal.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { declareFromAlert } from '../../../state/declare-from-alert.ts'
import { useDeskStore } from '../../../state/store-context.tsx'

/** What was done last with alerts, whose rows are gone: a dismissal can be taken back, an incident be gone to. */
export type LastDone =
  | { readonly did: 'dismiss'; readonly rows: readonly [AlertRow, ...AlertRow[]] }
  | { readonly did: 'attach'; readonly row: AlertRow; readonly incident: string; readonly title: string }

/** What can be done with an alert; dismissals can be taken back, the last one first. */
export type AlertActions = {
  readonly declare: (row: AlertRow) => void
  readonly attach: (row: AlertRow, incident: string, title: string) => Promise<void>
  /** Dismisses one, or all of a storm, which are taken back together. Those that changed meanwhile stay. */
  readonly dismiss: (rows: readonly AlertRow[]) => Promise<void>
  readonly undo: () => Promise<void>
  readonly last: LastDone | null
  /** The id of the alert whose dismissal was taken back last: the focus goes to its row. */
  readonly restored: string | null
}

/** Carries out what somebody decides; a refusal is shown, and nothing changes. */
export function useAlertActions(): AlertActions {
  const store = useDeskStore()
  const [done, setDone] = useState<readonly LastDone[]>([])
  const [restored, setRestored] = useState<string | null>(null)
  const last = done.at(-1) ?? null
  const add = (each: LastDone): void => {
    setDone((before) => [...before, each])
    setRestored(null)
  }
  const refused = (error: Refusal): void => store.showRefusal(refusalWords(error))
  const named = ({ id, episode }: AlertRow) => ({ alert: id, episode })
  return {
    last,
    restored,
    declare: (row) => declareFromAlert(store, row),
    attach: async (row, incident, title) => {
      const reply = await store.client.call('alerts.attach', { ...named(row), incident })
      if (!reply.ok) return refused(reply.error)
      add({ did: 'attach', row, incident, title })
      store.announce(`${row.name} is attached to ${title}`)
    },
    dismiss: async (rows) => {
      const replies = await Promise.all(rows.map((row) => store.client.call('alerts.dismiss', named(row))))
      const refusal = replies.find((reply) => !reply.ok)
      if (refusal !== undefined && !refusal.ok) refused(refusal.error)
      const [first, ...others] = rows.filter((_, at) => replies[at]?.ok)
      if (first === undefined) return
      add({ did: 'dismiss', rows: [first, ...others] })
      store.announce(`${dismissedWords([first, ...others])} dismissed. Undo is at the top of the alerts.`)
    },
    undo: async () => {
      if (last?.did !== 'dismiss') return
      const replies = await Promise.all(last.rows.map((row) => store.client.call('alerts.restore', named(row))))
      setDone((before) => before.filter((each) => each !== last))
      const refusal = replies.find((reply) => !reply.ok)
      if (refusal !== undefined && !refusal.ok) refused(refusal.error)
      const back = last.rows.find((_, at) => replies[at]?.ok)
      if (back === undefined) return
      setRestored(back.id)
      store.announce(`${dismissedWords(last.rows)} back`)
    },
  }
}

/** "DiskFull is", "120 DiskFull are" */
const dismissedWords = (rows: readonly [AlertRow, ...AlertRow[]]): string =>
  rows.length === 1 ? `${rows[0].name} is` : `${rows.length} ${rows[0].name} are`

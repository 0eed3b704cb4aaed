import { currentCommands } from './commands.ts'
import type { DeskStore } from './desk-store.ts'

/** What the declare dialog opens with, field by field as it would be typed; blank for what nobody knows yet. */
export type DeclareDrafts = Readonly<
  Record<'title' | 'pipeline' | 'severity' | 'detectedAt' | 'impactStartedAt' | 'runbook' | 'sla' | 'alert', string>
>

/** Opens the declare dialog filled anew: all fields are set, so that nothing of what it was opened for before stays. */
export function openDeclare(store: DeskStore, drafts: DeclareDrafts): void {
  for (const [field, text] of Object.entries(drafts)) store.setDraft(`declare.${field}`, text)
  currentCommands()
    .find(({ id }) => id === 'declare.open')
    ?.run()
}

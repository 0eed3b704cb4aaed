import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { IncidentSession } from './incident-session.ts'

/**
 * Writes into a log that was just opened which commands an earlier host had started and did not see end (R7). A host that lives keeps
 * its sessions open, so whatever is open in a newly opened one belongs to a host that was killed.
 */
export function closeLostCommands(session: IncidentSession): void {
  if (session.journal.readOnly()) return
  const lost = Object.entries(session.state().openCommands).map(
    ([run, { step, command }]): FactDraft => ({
      type: 'command.lost',
      by: { kind: 'alarm', id: 'alarm' },
      data: { run, step, command },
    }),
  )
  if (lost.length > 0) session.append(lost)
}

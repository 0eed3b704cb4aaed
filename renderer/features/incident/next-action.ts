import type { ChecklistItem } from '../../../shared/incident/checklist.ts'
import type { IncidentState } from '../../../shared/incident/incident-state.ts'
import type { NotificationProgress } from '../../../shared/incident/ladder-context.ts'
import { runStanding } from '../../../shared/incident/run-standing.ts'

/** The one thing to do now; it is the largest thing on the screen. */
export type NextAction =
  | { readonly do: 'acknowledge' }
  | { readonly do: 'answer'; readonly round: number }
  | { readonly do: 'call'; readonly notification: NotificationProgress }
  | { readonly do: 'openRunbook' }
  | { readonly do: 'chooseScenario' }
  | { readonly do: 'read' }
  | { readonly do: 'step'; readonly item: ChecklistItem; readonly position: number; readonly of: number }
  | { readonly do: 'mitigate' }
  | { readonly do: 'resolve' }
  | { readonly do: 'writePostmortem' }
  | { readonly do: 'close' }
  | { readonly do: 'nothing' }

/** What is left to do with the runbook; null when nothing is. Where no step waits, mitigation ends it. */
function nextWork(state: IncidentState, items: readonly ChecklistItem[]): NextAction | null {
  const { active } = state.ladder.context
  if (state.run === null) return active ? { do: 'openRunbook' } : null
  const standing = runStanding(state.run, items)
  switch (standing.is) {
    case 'unchosen':
      return active || items.length > 0 ? { do: 'chooseScenario' } : null
    case 'text':
      return active ? { do: 'read' } : null
    case 'at':
      return { do: 'step', item: standing.item, position: standing.position, of: standing.of }
    case 'finished':
      return null
  }
}

/**
 * Decides what comes next, in the order in which leaving it undone hurts: own it, answer the question, reach whoever was
 * told, follow the runbook, say that it is mitigated, resolve it, write it up.
 */
export function nextAction(state: IncidentState, items: readonly ChecklistItem[]): NextAction {
  const { value, context } = state.ladder
  switch (value.lifecycle) {
    case 'closed':
      return { do: 'nothing' }
    case 'resolved':
      return { do: 'writePostmortem' }
    case 'reviewed':
      return { do: 'close' }
    case 'mitigated':
      return nextWork(state, items) ?? { do: 'resolve' }
    case 'detected':
    case 'debugging': {
      if (value.ownership === 'unacknowledged') return { do: 'acknowledge' }
      if (context.question.state === 'open') return { do: 'answer', round: context.question.round }
      const waiting = context.notifications.findLast((each) => each.status === 'open')
      if (waiting !== undefined) return { do: 'call', notification: waiting }
      return nextWork(state, items) ?? { do: 'mitigate' }
    }
  }
}

/** The next action in one line, for the header. */
export function nextActionWords(action: NextAction): string {
  switch (action.do) {
    case 'acknowledge':
      return 'Acknowledge: say that it is yours'
    case 'answer':
      return 'Answer: still stuck?'
    case 'call':
      return `Call ${action.notification.person.name}, who has not answered yet`
    case 'openRunbook':
      return 'Open a runbook'
    case 'chooseScenario':
      return 'What do you see? Choose the failure scenario'
    case 'read':
      return 'Nothing to tick here: read it, or open another runbook'
    case 'step':
      return `Step ${action.position} of ${action.of}: ${action.item.step.text}`
    case 'mitigate':
      return 'All steps are done. Is it mitigated?'
    case 'resolve':
      return 'Resolve it when the data is right again'
    case 'writePostmortem':
      return 'Finish the postmortem'
    case 'close':
      return 'Close it, or reopen it if it came back'
    case 'nothing':
      return 'Closed. Nothing is left to do'
  }
}

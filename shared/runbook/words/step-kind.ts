import { checksInAnotherLanguage, opensForeignCase } from '../languages/foreign-mood.ts'
import type { StepKind } from '../runbook.ts'
import { withoutNumber } from './topic.ts'

const VERIFY =
  /(?<!\b(?:health|quality|status|pre|post|sanity|spot|data|liveness|readiness)[ -])(?<![-\w])(?:verify|verifies|check|confirm|validate|ensure|double-check|make sure|be sure)(?![-\w])/i
const CHOICE =
  /^(?:decide|choose|determine (?:whether|if)|is it|is this|is there|are there|has|have|did|does|can (?:it|this) wait)\b|[?\uFF1F]$/i
const CONDITION = /^(?:if|unless|in case)\b/i
/** "Stopping a replay in progress": done only if need be, wherever it stands. */
const BREAKS_OFF =
  /^(?:stopp|abort|cancell?|paus|kill|interrupt|undo|revert|roll)ing\b.*\b(?:in progress|in flight|half-?way|part-?way|midway|early)$/i
/** "No rows => the job is not there": what was found, and what it means. */
const FINDING = /^[^\u2192"`]{2,80}?=>(?!.*=>)/

/** Whether the words ask for a choice, for a look, or for an action (R3: a step that says verify or check is a verify step). */
export function stepKindOf(text: string, prose: string): StepKind {
  const words = withoutNumber(text)
  if (CHOICE.test(words)) return 'decision'
  if (VERIFY.test(prose) || checksInAnotherLanguage(withoutNumber(prose))) return 'verify'
  return CONDITION.test(words) || BREAKS_OFF.test(words) || FINDING.test(prose) || opensForeignCase(words)
    ? 'decision'
    : 'action'
}

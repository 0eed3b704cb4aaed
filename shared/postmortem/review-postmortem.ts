import type { ActionItem } from '../incident/data-state.ts'
import { personAsCause } from './blame-words.ts'
import { metricNames, metricTitles } from './measure-incident.ts'
import type { Finding, Postmortem } from './postmortem.ts'
import { type ReviewedText, reviewBlame, reviewClaims, reviewScope } from './review-text.ts'

type Reviewed = Omit<Postmortem, 'findings'>

/** What lacks to make an action item happen: without owner, type and date it stays a wish (P4). */
function reviewAction(action: ActionItem): Finding[] {
  if (action.status !== 'open') return []
  const finding = (rule: string, why: string, suggestion: string): Finding => ({
    rule,
    section: 'actions',
    excerpt: action.what.slice(0, 120),
    why,
    suggestion,
  })
  return [
    ...(action.owner === null
      ? [finding('action/no-owner', 'Nobody owns it.', 'Ask one person, and name them once they agreed.')]
      : []),
    ...(action.type === null
      ? [finding('action/no-type', 'It is not said how it helps.', 'Choose detect, mitigate, prevent or process.')]
      : []),
    ...(action.due === null
      ? [
          finding(
            'action/no-date',
            'It has no date.',
            'Agree on one; four to eight weeks is common for important ones.',
          ),
        ]
      : []),
  ]
}

function reviewMetrics(postmortem: Reviewed): Finding[] {
  return metricNames.flatMap((name) => {
    const metric = postmortem.metrics[name]
    if (metric.kind !== 'invalid') return []
    const suggestion = 'Amend the time of the entry that is wrong; the original stays in the log.'
    return [{ rule: 'metric/invalid', section: 'summary', excerpt: metricTitles[name], why: metric.why, suggestion }]
  })
}

const reviewOpenQuestions = (postmortem: Reviewed): Finding[] =>
  postmortem.sections.flatMap((section) =>
    section.open.map((open) => ({
      rule: 'part/not-stated',
      section: section.id,
      excerpt: `Not stated: ${open}`,
      why: 'The facts cannot say it; only people can.',
      suggestion: 'Write it, or write that it is not known.',
    })),
  )

/** What people wrote by hand: parts, action items, and notes in the timeline. Drafts repeat facts and are not reviewed twice. */
function writtenTexts(postmortem: Reviewed): readonly ReviewedText[] {
  const written = postmortem.sections.filter((section) => section.prose !== null)
  return written.map((section) => ({ section: section.id, text: section.text }))
}

/**
 * What a kind reviewer would ask before this is shared (P4): blame, claims without evidence, outages without a scope, action
 * items that cannot happen, times that contradict each other, questions left open. In the order of the parts.
 */
export function reviewPostmortem(postmortem: Reviewed): readonly Finding[] {
  const names = postmortem.people.map((person) => person.name)
  const owners = postmortem.actions.flatMap((action) => (action.owner === null ? [] : [action.owner.name]))
  const authors = postmortem.timeline.rows.map((row) => row.who).filter((who) => !machines.has(who))
  const person = personAsCause([...names, ...owners, ...authors])
  const known = [postmortem.pipeline?.name, postmortem.pipeline?.id, postmortem.dataset].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )
  const written = writtenTexts(postmortem)
  const elsewhere: readonly ReviewedText[] = [
    { section: 'summary', text: postmortem.title },
    ...postmortem.timeline.rows.map((row) => ({ section: 'timeline', text: row.text })),
    ...postmortem.actions.map((action) => ({ section: 'actions', text: action.what })),
  ]
  const findings = [
    ...[...written, ...elsewhere].flatMap((text) => reviewBlame(text, person)),
    ...written.flatMap(reviewClaims),
    ...written.flatMap((text) => reviewScope(text, known)),
    ...reviewMetrics(postmortem),
    ...postmortem.actions.flatMap(reviewAction),
    ...reviewOpenQuestions(postmortem),
  ]
  const places = new Map(postmortem.sections.map((section, index) => [section.id, index]))
  return findings.toSorted((one, other) => (places.get(one.section) ?? 0) - (places.get(other.section) ?? 0))
}

const machines: ReadonlySet<string> = new Set(['Nightdesk', 'Alert intake', 'Import'])

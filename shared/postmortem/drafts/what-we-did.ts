import type { FactOf } from '../../incident/facts/fact-catalog.ts'
import { entryWords } from '../entry-words.ts'
import { inlineText } from '../escape-markdown.ts'
import { entriesOf, type LogEntry } from '../read-log.ts'
import { agreedWords } from '../relief-words.ts'
import { bullet, type Draft, type DraftSource, group, item, timed, when } from './draft.ts'
import { runLines } from './step-lines.ts'

/** Who was told or called, and how it ended. */
function tellingLines(source: DraftSource): readonly string[] {
  const kinds = [
    'rung.fired',
    'rung.advanced',
    'notification.acknowledged',
    'notification.failed',
    'rung.exhausted',
    'call.made',
  ] as const
  return kinds
    .flatMap((kind): readonly LogEntry[] => entriesOf(source.log, kind))
    .toSorted((one, other) => one.fact.seq - other.fact.seq)
    .map((entry) => timed(source, entry, entryWords(entry)))
}

/** What had been agreed to relax for a holiday, and whether somebody set it aside: who reads of a late call must know (E15). */
function reliefLines(source: DraftSource): readonly string[] {
  const agreed = source.log.declared?.fact.data.relief ?? []
  const setAside = entriesOf(source.log, 'relief.setAside')
  return [
    ...agreed.map((relief) => item(`The ladder was ${agreedWords(relief)}.`)),
    ...setAside.map((entry) => timed(source, entry, entryWords(entry))),
  ]
}

const were = (count: number): string => (count === 1 ? 'was' : 'were')

/** How many commands were run, and those that did not come to their own end. */
function commandLines(log: DraftSource['log']): readonly string[] {
  const ran = entriesOf(log, 'command.ran')
  const lost = entriesOf(log, 'command.lost').length
  const ended = new Set([...ran, ...entriesOf(log, 'command.lost')].map(({ fact }) => fact.data.run))
  const running = entriesOf(log, 'command.started').filter(({ fact }) => !ended.has(fact.data.run)).length
  const cut = ran.filter(({ fact }) => fact.data.endedBy === 'timeout').length
  const all = ran.length + lost + running
  if (all === 0) return []
  const words = [
    `${all} ${all === 1 ? 'command' : 'commands'} ${were(all)} run from the runbook.`,
    ...(cut === 0 ? [] : [`${cut} ${were(cut)} ended at the time limit.`]),
    ...(lost === 0 ? [] : [`${lost} ${were(lost)} running when Nightdesk stopped: nobody knows the outcome.`]),
    ...(running === 0 ? [] : [`${running} had not ended when this was written.`]),
  ]
  return [inlineText(words.join(' '))]
}

/** Response: steps taken, skipped and left open, what was decided and ruled out, who was called, what still has to be done by hand. */
export function draftResponse(source: DraftSource): Draft {
  const words = (type: 'decision.made' | 'hypothesis.ruledOut') =>
    entriesOf(source.log, type).map((entry) => item(entry.text ?? entry.fact.data.text))
  return {
    lines: [
      ...runLines(source),
      ...group('Decisions', words('decision.made')),
      ...group('Ruled out', words('hypothesis.ruledOut')),
      ...group('Relaxed for a holiday', reliefLines(source)),
      ...group('People told and called', tellingLines(source)),
      ...commandLines(source.log),
    ],
    open: ['missing automation: what did somebody do by hand that a machine could do.'],
  }
}

const noted = (entry: LogEntry<FactOf<'incident.mitigated' | 'incident.resolved'>>): string => {
  const words = entry.text ?? entry.fact.data.note
  return words === undefined ? '' : `. ${words}`
}

/** Resolution: what ended it, whether it came back, and whether the backfill was verified. */
export function draftResolution(source: DraftSource): Draft {
  const { log } = source
  const ends = (['incident.mitigated', 'incident.resolved'] as const).flatMap((type) =>
    entriesOf(log, type).map((entry) =>
      bullet(type === 'incident.mitigated' ? 'Mitigated' : 'Resolved', `${when(source, entry.at)}${noted(entry)}`),
    ),
  )
  const returns = (['incident.recurred', 'incident.reopened'] as const).flatMap((type) =>
    entriesOf(log, type).map((entry) =>
      bullet('Came back', `${when(source, entry.at)}. ${entry.text ?? entry.fact.data.reason}`),
    ),
  )
  const planned = entriesOf(log, 'backfill.planned')
  const verified = entriesOf(log, 'backfill.verified')
  const done = new Set(verified.map(({ fact }) => fact.data.dataset))
  const unverified = planned.filter(({ fact }) => !done.has(fact.data.dataset))
  const backfill = (label: string, entries: typeof planned | typeof verified) =>
    entries.map((entry) => bullet(label, `${entry.fact.data.dataset}: ${entry.text ?? entry.fact.data.detail}`))
  return {
    lines: [
      ...ends,
      ...returns,
      ...backfill('Backfill planned', planned),
      ...backfill('Backfill verified', verified),
      ...(unverified.length === 0
        ? []
        : [bullet('Not verified yet', unverified.map(({ fact }) => fact.data.dataset).join(', '))]),
    ],
    open: [
      ...(log.resolved === null ? ['what resolved it.'] : []),
      ...(planned.length + verified.length === 0 ? ['whether a backfill was needed, and who verified it.'] : []),
    ],
  }
}

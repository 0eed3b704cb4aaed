import { containProse } from './contain-prose.ts'
import { cellText, inlineText, table } from './escape-markdown.ts'
import { fillTemplate } from './fill-template.ts'
import { frontMatter } from './front-matter.ts'
import { type Metric, metricNames, metricTitles } from './measure-incident.ts'
import { mermaidTimeline } from './mermaid-timeline.ts'
import { openSecretsNote } from './open-secrets-note.ts'
import type { Postmortem, PostmortemSection } from './postmortem.ts'
import { localMoment, spokenDuration, spokenMoment } from './spoken-time.ts'
import { postmortemTemplates } from './templates.ts'
import type { TimelineRow } from './timeline-rows.ts'

/** A metric in words: its value, or why there is none. Plain text. */
function metricWords(metric: Metric): string {
  switch (metric.kind) {
    case 'recorded':
      return spokenDuration(metric.ms)
    case 'pending':
      return 'pending'
    case 'notRecorded':
      return `not recorded. ${metric.why}`
    case 'invalid':
      return `invalid. ${metric.why}`
  }
}

function overview(postmortem: Postmortem): string {
  const { pipeline, dataset, detectedAt, people } = postmortem
  const rows: (readonly [string, string])[] = [
    ['Incident', postmortem.incident],
    ['Severity', postmortem.severity === null ? 'not recorded' : `SEV-${postmortem.severity}`],
    ['Status', postmortem.status],
    ['Pipeline', pipeline === null ? '' : pipeline.name],
    ['Dataset', dataset ?? ''],
    ['Detected', detectedAt === null ? 'not recorded' : spokenMoment(detectedAt, postmortem.timezone)],
    ['People', people.map((person) => `${person.name} (${person.part})`).join('\n')],
  ]
  const shown = rows.filter(([, words]) => words !== '')
  return table(
    ['What', 'This incident'],
    shown.map(([name, words]) => [name, cellText(words)]),
  )
}

const metricsTable = (postmortem: Postmortem): string =>
  table(
    ['Metric', 'Value', 'Definition'],
    metricNames.map((name) => {
      const metric = postmortem.metrics[name]
      return [metricTitles[name], cellText(metricWords(metric)), cellText(metric.definition)]
    }),
  )

function evidenceCell(row: TimelineRow): string {
  if (row.evidence === null) return ''
  const name = cellText(row.evidence.name)
  if (row.evidence.path !== null) return `[${name}](${row.evidence.path})`
  return row.evidence.isMissing === true ? `${name} (not in this export)` : `${name} (withheld)`
}

/** The day as a caption when all rows share it, else in each row: a time without its day misleads (multi-day incidents). */
function timelineTable(postmortem: Postmortem): string {
  const { timezone } = postmortem
  const isUtc = timezone === 'UTC'
  const moments = postmortem.timeline.rows.map((row) => ({
    row,
    utc: localMoment(row.at, 'UTC'),
    local: localMoment(row.at, timezone),
  }))
  const days = new Set(moments.flatMap(({ utc, local }) => [utc.date, local.date]))
  const shown = (moment: { date: string; time: string }): string =>
    days.size > 1 ? `${moment.date} ${moment.time}` : moment.time
  const head = ['UTC', ...(isUtc ? [] : [`Local (${timezone})`]), 'Who', 'What', 'Evidence']
  const rows = moments.map(({ row, utc, local }) => [
    shown(utc),
    ...(isUtc ? [] : [shown(local)]),
    cellText(row.who),
    cellText(row.text),
    evidenceCell(row),
  ])
  const day = days.size === 1 ? `All times are of ${[...days].join()}.\n\n` : ''
  return `${day}${table(head, rows)}`
}

function timelinePart(postmortem: Postmortem, words: string, withPicture: boolean): string {
  const { rows, notShown, chosenBy } = postmortem.timeline
  if (rows.length === 0) return [words, '_The log has no entries to show._'].filter((part) => part !== '').join('\n\n')
  const left = notShown === 0 ? '' : ` ${notShown} more ${notShown === 1 ? 'entry is' : 'entries are'} in the journal.`
  const chosen =
    chosenBy === 'star'
      ? 'Starred entries, with the beginning and the end of the incident.'
      : 'Nothing is starred: the entries that turned or explain the incident.'
  const picture = withPicture ? mermaidTimeline(postmortem.title, postmortem.timeline.turns) : null
  const parts = [words, picture ?? '', timelineTable(postmortem), `_${chosen}${left}_`]
  return parts.filter((part) => part !== '').join('\n\n')
}

function actionsPart(postmortem: Postmortem, words: string): string {
  const rows = postmortem.actions.map((action) => [
    cellText(action.what),
    action.type ?? '_no type_',
    action.owner === null ? '_no owner_' : cellText(action.owner.name),
    action.due ?? '_no date_',
    action.status,
  ])
  const items = rows.length === 0 ? '_No action items yet._' : table(['What', 'Type', 'Owner', 'Due', 'Status'], rows)
  return [words, items].filter((part) => part !== '').join('\n\n')
}

/** Where the text comes from and what it leaves out, so that a reader can check it. */
function seal(postmortem: Postmortem): string {
  const { head, redactions, foreign } = postmortem
  const lines = [
    head === null
      ? 'Written from an empty log.'
      : `Written by Nightdesk from facts 1 to ${head.seq} of incident ${inlineText(postmortem.incident)}; head \`${head.hash}\`.`,
  ]
  if (redactions.length > 0) {
    const names = [...new Set(redactions.map((each) => each.name))].sort().join(', ')
    lines.push(`Left out of this text, kept in the journal: ${redactions.length} (${inlineText(names)}).`)
  }
  if (foreign > 0)
    lines.push(`${foreign} records are of a kind that this version does not know; the journal keeps them.`)
  return `---\n\n_${lines.join(' ')}_`
}

function sectionText(section: PostmortemSection): string {
  return section.prose === null ? section.text : containProse(section.text)
}

/** One part as Markdown: its words, then its table, and the picture where one is wanted. */
export function partMarkdown(postmortem: Postmortem, section: PostmortemSection, withPicture: boolean): string {
  const words = sectionText(section)
  if (section.id === 'timeline') return timelinePart(postmortem, words, withPicture)
  if (section.id === 'actions') return actionsPart(postmortem, words)
  return words === '' ? '_Nothing recorded._' : words
}

function partsOf(postmortem: Postmortem): Map<string, string> {
  return new Map([
    ['title', inlineText(postmortem.title)],
    ['incident', inlineText(postmortem.incident)],
    ['overview', overview(postmortem)],
    ['metrics', metricsTable(postmortem)],
    ['seal', seal(postmortem)],
    ...postmortem.sections.map((section) => [section.id, partMarkdown(postmortem, section, true)] as const),
  ])
}

/** Parts that somebody wrote and the template has no place for: appended, so that nothing typed disappears. */
function leftovers(postmortem: Postmortem, used: ReadonlySet<string>): string {
  return postmortem.sections
    .filter((section) => section.prose !== null && !used.has(section.id))
    .map((section) => `\n## ${inlineText(section.title)}\n\n${sectionText(section)}\n`)
    .join('')
}

/**
 * The postmortem as Markdown that opens well in GitHub (P6): front matter, tables, a Mermaid picture. A pure function of the
 * value: the same facts and template give the same bytes, with no clock in it (P1). Plain text from facts shows as text,
 * whatever it contains; prose keeps its Markdown and cannot leave its part.
 */
export function renderMarkdown(postmortem: Postmortem): string {
  const filled = fillTemplate(postmortem.template ?? postmortemTemplates.nightdesk, partsOf(postmortem))
  const body = `${filled.text.trim()}\n${leftovers(postmortem, filled.used)}`
  return `${frontMatter(postmortem)}\n\n${openSecretsNote(postmortem)}${body.trimEnd()}\n`
}

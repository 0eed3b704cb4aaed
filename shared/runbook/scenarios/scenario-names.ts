import { withoutNumber } from '../words/topic.ts'

const PREFIX =
  /^(?:failure )?(?:scenario|failure mode|failure|issue|problem|alert(?:[ -]?name)?|case|incident|error|symptom|runbook|playbook)\s*(?:[-#]?\s?\d{1,3}|(?<=\s)[A-Z])?\s*(?:[:)\u2013\u2014]|\.\s|\s-\s)\s*(\S.*)$/i
const PREFIX_IN_OTHER_LANGUAGES =
  /^(?:szenario|fehlerfall|st[oö]rfall|fehler|sc[eé]nario|probl[eè]me|panne|cas|escenario|problema|caso|fallo|incidente|cen[aá]rio|falha|guasto|storing|scenariusz|awaria|sc[eé]n[aá][rř]|probl[eé]m|senaryo|sorun|сценарий|проблема|ошибка|инцидент|случай|сценарій|випадок|场景|问题|故障|案例|シナリオ|障害|ケース|パターン|시나리오|문제|장애|유형|사례)\s*(?:[-#№]?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,2}))?\s*(?:[:：)–—]|\.\s|\s-\s)\s*(\S.*)$/iu
/** "Cause: the disk is full" names a scenario where the headings beside it do. */
const CAUSE =
  /^(?:(?:root|likely|possible|probable|common) )?cause\s*#?(?:\d{1,2}|(?<=\s)[A-H])?\s*[:\u2013\u2014]\s*(?=\S)/i
/** A number of the house before the name, as in "INC-DB-003: Replica behind"; "ADR-3" was decided. */
const CODE = /^(?!(?:ADR|RFC)-)[A-Z]{2,10}(?:-[A-Z]{2,6})?-\d{1,4}\s*[:\u2013\u2014-]\s*(?=\S)/
const ALERT_NAME =
  /^[A-Z][a-z0-9]+(?:[A-Z]+[a-z0-9]*){1,}$|^[A-Z]{2,6}[a-z][a-z0-9]+(?:[A-Z]+[a-z0-9]*){1,}$|^[a-z]+(?:[A-Z][a-z0-9]+){2,}$/

/** "DiskFull (critical)", "DiskFull [page]": what it is worth to the pager is no part of the name. */
const RANK = /\s*(?:\([^()]{1,30}\)|\[[^[\]]{1,30}\])\s*$/

/** Whether a heading is the name of an alert, such as KubePodCrashLooping or etcdNoLeader, or of several that share a section. */
export function isAlertName(heading: string): boolean {
  return namesIn(heading).every((name) => ALERT_NAME.test(name))
}

/** The names a heading holds: "DiskFull / DiskAlmostFull" is two. */
export function namesIn(heading: string): readonly string[] {
  return heading
    .replace(RANK, '')
    .replace(/[`"']/g, '')
    .split(/\s*[|/,]\s*|\s(?:and|or|&)\s/)
    .map((name) => name.trim())
}

/** Whether a heading says itself that it names a scenario: "Scenario 2: ...", "Problem: ...", "INC-DB-003: ...". */
export function isNamedAsScenario(heading: string): boolean {
  const bare = withoutNumber(heading)
  return CODE.test(bare) || PREFIX.test(bare) || PREFIX_IN_OTHER_LANGUAGES.test(bare)
}

/** A heading without "Scenario 2:", "Alert name:", numbers and quotes. */
export function cleanTitle(heading: string): string {
  const bare = withoutNumber(heading).replace(CAUSE, '')
  const coded = bare.replace(CODE, '')
  const named = (
    coded === bare ? ((PREFIX.exec(bare) ?? PREFIX_IN_OTHER_LANGUAGES.exec(bare))?.[1] ?? bare) : coded
  ).trim()
  const title = withoutQuotes(named)
  return title === '' ? heading.trim() : title
}

/** Takes off quotes around a whole name; the opening one may have gone with the number before it. */
function withoutQuotes(name: string): string {
  const inner = /^["'\u201C`]+([^"'\u201C\u201D`]*)["'\u201D`]+$/.exec(name)?.[1]
  if (inner !== undefined) return inner
  const bare = name.replace(/^["\u201C](?=.*["\u201D]$)/, '')
  return /^[^"\u201C]*["\u201D]$/.test(bare) ? bare.slice(0, -1) : name
}

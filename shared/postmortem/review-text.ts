import { type BlameRule, blameRules } from './blame-words.ts'
import type { Finding } from './postmortem.ts'

/** One text that a reviewer reads, and the part that it belongs to. */
export type ReviewedText = { readonly section: string; readonly text: string }

const LONGEST_EXCERPT = 120

/** Code and quoted alarms speak of machines: a reviewer reads past them. Their length stays, so that places stay. */
const withoutCode = (text: string): string =>
  text.replace(/^(`{3,}|~{3,})[\s\S]*?(?:^\1[^\n]*$|$(?![\s\S]))|`[^`\n]{1,500}`/gm, (code) => ' '.repeat(code.length))

/** The sentence around a place, cut to be quoted. */
function excerptAt(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - 60), from)
  const after = text.slice(to, to + 60)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1
  const end = after.search(/[.\n]/)
  const sentence = before.slice(start) + text.slice(from, to) + (end < 0 ? after : after.slice(0, end + 1))
  return sentence.replace(/\s+/g, ' ').trim().slice(0, LONGEST_EXCERPT)
}

/** Blame in somebody's words (P4). */
export function reviewBlame({ section, text }: ReviewedText, person: BlameRule | null): Finding[] {
  const readable = withoutCode(text)
  return [...blameRules, ...(person === null ? [] : [person])].flatMap(({ rule, shape, why, suggestion }) =>
    [...readable.matchAll(shape)].map((found) => ({
      rule,
      section,
      excerpt: excerptAt(readable, found.index, found.index + found[0].length),
      why,
      suggestion,
    })),
  )
}

const sentencesOf = (text: string): readonly string[] =>
  withoutCode(text)
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.replace(/^[-*>#\d.)\s]+/, '').trim())
    .filter((sentence) => sentence.length > 0)

const claim =
  /\b(?:root cause (?:is|was)|(?:was|were|is|are) caused by|proves?|proved|proven|always|never|every(?:one|body)?|nobody|no one|all (?:the )?(?:users|customers|consumers|reports|rows|data)|\d+(?:[.,]\d+)?\s?(?:%|percent|rows|records|customers|users|reports)|most (?:of )?(?:the )?(?:users|customers|rows|data))(?!\p{L})/iu

/** What counts as support: a link, evidence, a commit, a ticket, a query in code, a source named. */
const support =
  /\]\(|https?:\/\/|\bevidence\b|\bsee\b|\bper\b|\baccording to\b|\blog(?:s|ged)?\b|\bquery\b|\bdashboard\b|\bmeasured\b|\bcounted\b|#\d+|\b[0-9a-f]{7,64}\b|\b[A-Z]{2,10}-\d+\b/i

/** Claims that nothing in the same sentence supports (P4). A heuristic: it asks, it does not judge. */
export function reviewClaims({ section, text }: ReviewedText): Finding[] {
  const raw = text.split(/\n+/)
  const isSupported = (sentence: string): boolean =>
    support.test(sentence) || raw.some((line) => line.includes('`') && line.includes(sentence.slice(0, 30)))
  return sentencesOf(text)
    .filter((sentence) => claim.test(sentence) && !isSupported(sentence))
    .map((sentence) => ({
      rule: 'claim/no-evidence',
      section,
      excerpt: sentence.slice(0, LONGEST_EXCERPT),
      why: 'It states a fact, and nothing beside it shows how we know.',
      suggestion: 'Link the evidence, the query or the commit; or say that it is an estimate.',
    }))
}

const outage = /\b(?:outages?|downtime|was down|were down|went down|is down|unavailable)\b/i
const scope =
  /[1-9]|%|\b(?:all|every|each|half|most|some|none|only|partial(?:ly)?|for|of|affect(?:s|ed|ing)|limited to|between)\b\s+\S+/i

/** "Outage" without saying of what, for whom, how long (P4). `known` are names that count as a scope: pipeline, datasets. */
export function reviewScope({ section, text }: ReviewedText, known: readonly string[]): Finding[] {
  const names = known.map((name) => name.toLowerCase())
  return sentencesOf(text)
    .filter((sentence) => outage.test(sentence))
    .filter((sentence) => !scope.test(sentence) && !names.some((name) => sentence.toLowerCase().includes(name)))
    .map((sentence) => ({
      rule: 'scope/outage',
      section,
      excerpt: sentence.slice(0, LONGEST_EXCERPT),
      why: 'An outage of what, for whom, for how long? Readers will guess, and guess larger.',
      suggestion: 'Name the dataset or service, who could not use it, and from when to when.',
    }))
}

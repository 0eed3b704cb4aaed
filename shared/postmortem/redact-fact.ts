import { evidenceEnding } from '../incident/evidence-ending.ts'
import type { Fact } from '../incident/facts/fact-catalog.ts'
import { SECRET_MASK } from '../kit/hide-values.ts'
import { isSecretName } from '../kit/secret-name.ts'
import { secretByPlace } from '../kit/workspace-secrets.ts'
import { type RedactionLevel, redact } from './redact.ts'

/** Long bodies that no postmortem quotes: dropped before anything reads them. */
const unquoted: ReadonlySet<string> = new Set(['raw', 'output', 'excerpt', 'policy'])

/** Made by the product itself: never secret, and other facts point at them. */
const verbatim = /^(?:of|sha256|deadlineId|notification|timezone|[a-z]*At|until)$/

/** Where the names are somebody's words as well, and not the product's. */
const ownNames: ReadonlySet<string> = new Set(['labels', 'annotations'])

function redactValue(key: string, value: unknown, level: RedactionLevel, leftOut: string[]): unknown {
  if (typeof value === 'string') {
    if (unquoted.has(key)) return ''
    if (verbatim.test(key)) return value
    const byPlace = level === 'none' ? null : secretByPlace(key, value, false)
    if (byPlace !== null) {
      const name = byPlace.replace(/^an? /, '')
      leftOut.push(name)
      return `(left out: ${name})`
    }
    const redacted = redact(value, level)
    leftOut.push(...redacted.leftOut)
    return redacted.text
  }
  if (Array.isArray(value)) return value.map((each) => redactValue('', each, level, leftOut))
  if (value === null || typeof value !== 'object' || unquoted.has(key)) return value
  const nameAs = (name: string): string => {
    if (!ownNames.has(key)) return name
    const redacted = redact(name, level)
    leftOut.push(...redacted.leftOut)
    return redacted.text
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [nameAs(name), redactValue(name, each, level, leftOut)]),
  )
}

function eachText(key: string, value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return verbatim.test(key) ? value : change(value)
  if (Array.isArray(value)) return value.map((each) => eachText('', each, change))
  if (value === null || typeof value !== 'object') return value
  const nameAs = (name: string): string => (ownNames.has(key) ? change(name) : name)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [nameAs(name), eachText(name, each, change)]))
}

/** A fact in which some values that are known to be secret are hidden; what was written for the postmortem stays as typed. */
export const hideInFact = (fact: Fact, hide: (text: string) => string): Fact =>
  fact.type === 'postmortem.edited' ? fact : ({ ...fact, data: eachText('data', fact.data, hide) } as Fact)

/** A file is linked by the ending of its name: a name that lost its ending with a secret gets it back. */
function withEndingOf(original: Fact, redacted: Fact): Fact {
  if (original.type !== 'evidence.attached' || redacted.type !== 'evidence.attached') return redacted
  const ending = evidenceEnding(original.data.name)
  const { name } = redacted.data
  return evidenceEnding(name) === ending
    ? redacted
    : { ...redacted, data: { ...redacted.data, name: `${name}.${ending}` } }
}

/**
 * A fact without its secrets (P5), and what kinds were taken out. What somebody wrote for the postmortem is left as typed:
 * the editor needs it whole, and its section is redacted when it is composed.
 */
export function redactFact(
  fact: Fact,
  level: RedactionLevel,
): { readonly fact: Fact; readonly leftOut: readonly string[] } {
  if (fact.type === 'postmortem.edited') return { fact, leftOut: [] }
  if (fact.type === 'runbook.opened') {
    return { fact: { ...fact, data: { ...fact.data, text: '' } }, leftOut: [] }
  }
  if (fact.type === 'value.given' && level !== 'none' && isSecretName(fact.data.name)) {
    return { fact: { ...fact, data: { ...fact.data, value: SECRET_MASK } }, leftOut: ['secret value'] }
  }
  const leftOut: string[] = []
  const redacted = { ...fact, data: redactValue('data', fact.data, level, leftOut) } as Fact
  return { fact: withEndingOf(fact, redacted), leftOut }
}

import type { Command, Step } from '../runbook.ts'
import { filledPart, mayBeReadAsMore, readParts, type SetAbove } from './command-parts.ts'
import { isPlainForAnyShell, leadsElsewhere } from './quoted-value.ts'
import type { CommandPart, Variable } from './variable.ts'

/** A command cut at what waits for a value, and the variables that it cannot run without, each once. */
export type CommandReading = { readonly parts: readonly CommandPart[]; readonly variables: readonly Variable[] }

/** What is known for the variables of an incident, by the key of each. */
export type KnownValues = {
  /** What people gave. */
  readonly given: Readonly<Record<string, string>>
  /** What the labels of the incident's alerts say. */
  readonly labelled: (variable: Variable) => string
  /** What is seen of a value that was given, where that is not the value itself. */
  readonly seenAs?: (variable: Variable, value: string) => string
}

/** A value and where it comes from; `''` while nobody knows it. */
export type FoundValue = { readonly value: string; readonly from: 'given' | 'above' | 'alert' | 'nowhere' }

const nothingAbove = (): SetAbove => ({ names: new Map(), isOpen: false })

function onceEach(variables: readonly Variable[]): readonly Variable[] {
  const byKey = new Map<string, Variable>()
  for (const variable of variables) if (!byKey.has(variable.key)) byKey.set(variable.key, variable)
  return [...byKey.values()]
}

function readingOf(command: Pick<Command, 'language' | 'text'>, above: SetAbove): CommandReading {
  const parts = readParts(command, above)
  return { parts, variables: onceEach(parts.flatMap(({ variable, isRemark }) => (isRemark ? [] : (variable ?? [])))) }
}

const readings = new WeakMap<readonly Step[], ReadonlyMap<string, readonly CommandReading[]>>()

/**
 * The commands of steps, in their order, by the id of the step: what each leaves open, and what those before it have set. Read once for a list of
 * steps, which does not change.
 */
export function readingsOf(steps: readonly Step[]): ReadonlyMap<string, readonly CommandReading[]> {
  const known = readings.get(steps)
  if (known !== undefined) return known
  const above = nothingAbove()
  const read = new Map(steps.map(({ id, commands }) => [id, commands.map((command) => readingOf(command, above))]))
  readings.set(steps, read)
  return read
}

/** A command that stands by itself. */
export const readingOfText = (language: string, text: string): CommandReading =>
  readingOf({ language, text }, nothingAbove())

/** The value given under a key. `constructor` is an ordinary name here, never what every object inherits. */
export const givenUnder = (given: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(given, key) ? (given[key] ?? '') : '').trim()

/** What a variable stands for: what somebody gave, else what the runbook set it to, else what the alert says. */
export function foundValue(variable: Variable, known: KnownValues): FoundValue {
  const given = givenUnder(known.given, variable.key)
  if (given !== '') return { value: known.seenAs?.(variable, given) ?? given, from: 'given' }
  const above = variable.above === null || variable.above === 'unknown' ? '' : valueAbove(variable.above, known)
  if (above !== '') return { value: above, from: 'above' }
  const labelled = known.labelled(variable)
  return labelled === '' ? { value: '', from: 'nowhere' } : { value: labelled, from: 'alert' }
}

/** What was set above, once all that it is made of is known. */
function valueAbove(parts: readonly CommandPart[], known: KnownValues): string {
  const values = parts.map(({ text, variable }) => (variable === null ? text : foundValue(variable, known).value))
  return values.includes('') ? '' : values.join('')
}

/** A command with the values known so far put in; what is open stays as written. */
export const filledCommand = ({ parts }: CommandReading, known: KnownValues): string =>
  parts.map((part) => filledPart(part, part.variable === null ? '' : foundValue(part.variable, known).value)).join('')

/** The variables of several commands, each once. */
export const eachVariable = (all: readonly CommandReading[]): readonly Variable[] =>
  onceEach(all.flatMap(({ variables }) => variables))

/** Whether all or a part of what a variable stands for was said by an alert, so that nobody here has typed it. */
function isOfAlert(variable: Variable, known: KnownValues): boolean {
  const { from } = foundValue(variable, known)
  if (from !== 'above' || variable.above === null || variable.above === 'unknown') return from === 'alert'
  return variable.above.some((part) => part.variable !== null && isOfAlert(part.variable, known))
}

/**
 * The variables whose values may be read as more than values: no rule says how a value is quoted in their place, or for this shell, or an alert
 * gave one that is an option or leads to another folder.
 */
export const unsafeVariables = (
  { parts }: CommandReading,
  known: KnownValues,
  hasQuotesOfPosix = true,
): readonly Variable[] =>
  parts.flatMap((part) => {
    const { variable } = part
    const value = variable === null ? '' : foundValue(variable, known).value
    if (variable === null || value === '') return []
    const isUnsafe =
      mayBeReadAsMore(part, value) ||
      (!hasQuotesOfPosix && !isPlainForAnyShell(value)) ||
      (leadsElsewhere(value) && isOfAlert(variable, known))
    return isUnsafe ? [variable] : []
  })

/** The variables of a command that nobody knows a value for. */
export const openVariables = ({ variables }: CommandReading, known: KnownValues): readonly Variable[] =>
  variables.filter((variable) => foundValue(variable, known).value === '')

/** The rules that a line can break, each named by the rule of SPEC.md it belongs to. */
export const damageRules = {
  'J2/json': 'is not readable as JSON',
  'J2/shape': 'is not a record: a field is missing or has a wrong form',
  'J2/form': 'is not written the way Nightdesk writes a record',
  'J2/incident': 'belongs to another incident',
  'J3/hash': 'was changed after it was written: its hash does not match',
  'J3/seq': 'has the wrong sequence number: a line is missing, doubled or out of order',
  'J3/prev': 'does not follow the line before it: a line was replaced',
  'J5/torn': 'was cut short and could not be moved aside',
  'J5/cut': 'was cut short: the write of it, or the copy of this file, was not finished',
  'J6/anchor': 'is not the one that was anchored: the log was rewritten or another copy was put here',
  'J7/version': 'was written by a newer Nightdesk',
} as const

/** The name of a broken rule; stable, shown to people and printed by `verify`. */
export type DamageRule = keyof typeof damageRules

/** The first line that breaks a rule. Lines count from 1, and line n holds record n. */
export type Damage = { readonly line: number; readonly rule: DamageRule; readonly message: string }

/** Says which line broke which rule, in one sentence for people (J5). */
export function damageAt(line: number, rule: DamageRule): Damage {
  return { line, rule, message: `Line ${line} ${damageRules[rule]}.` }
}

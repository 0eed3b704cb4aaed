/** A place that somebody has to fill in, as far as its shape tells: where it ends, what it is called, how it is written. */
export type Shape = { readonly to: number; readonly name: string; readonly written: string }

/** `<pod>`, `<prod|staging>`, `<user@host>`. */
const ONE_WORD = /<([\p{L}_][\p{L}\p{M}\p{N}_|:@/-]{0,60}(?<![/|:@]))>/uy
/** `<pod name>`, `<value of namespace label from alert>`. */
const SEVERAL_WORDS = /<(\p{L}[\p{L}\p{M}\p{N}_'’.,:/@|+#-]{0,40}(?: [\p{L}\p{M}\p{N}_'’.,:/@|+#-]{1,40}){1,11})>/uy
/** `<input -u 2>out` reads a file and writes another; `a <b and c> d` compares. */
const IS_NO_NAME = / \d+$| -|:\/\/| (?:AND|OR|BETWEEN|NOT|IS|LIKE) | (?:and|or|between) .*[=\d]/
/** What tools print for no value, and what a query looks for. */
const IS_NO_VALUE = /^(?:none|nil|null|unset|unknown|pending|invalid)$/
const LONGEST = 80

/** The `<name>` that begins at a place of a text. What has a closing tag in the text is markup; `<<EOF` and `<(...)` have no name. */
export function namedAt(text: string, at: number, closed: ReadonlySet<string>): Shape | null {
  if (text[at - 1] === '<') return null
  for (const shape of [ONE_WORD, SEVERAL_WORDS]) {
    shape.lastIndex = at
    const name = shape.exec(text)?.[1]
    if (name === undefined) continue
    if (name.length > LONGEST || IS_NO_NAME.test(name) || IS_NO_VALUE.test(name) || closed.has(name)) return null
    return { to: at + name.length + 2, name, written: `<${name}>` }
  }
  return null
}

/** The names that have a closing tag. */
export const closedTags = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/<\/([A-Za-z][\w:-]*)>/g)].map(([, name = '']) => name))

const TEMPLATE = /\{\{-? {0,3}([A-Za-z_][\w-]{0,60}) {0,3}-?\}\}/y
const LABEL = /\{\{-? {0,3}\$labels\.([A-Za-z_]\w{0,60}) {0,3}-?\}\}/y
/** Words of Go's own templates. */
const IS_TEMPLATE_WORD = /^(?:end|else|json|range|nil|break|continue)$/

/** `{{ namespace }}`, and `{{ $labels.namespace }}` of alerts; what begins with a dot is Go's, for the tool to fill in. */
export function templateAt(text: string, at: number): Shape | null {
  for (const shape of [TEMPLATE, LABEL]) {
    shape.lastIndex = at
    const [written, name] = shape.exec(text) ?? []
    if (written === undefined || name === undefined) continue
    return IS_TEMPLATE_WORD.test(name) ? null : { to: at + written.length, name, written }
  }
  return null
}

const YOURS = /YOUR[_-][A-Z][A-Z0-9_-]{0,60}(?![\w=])/y
const NAMESPACE = /(?:[A-Z]{1,20}_)?NAMESPACE(?![\w=/-])/y

/** Capitals that are surely no word of the tool: `YOUR_CLUSTER`, and a namespace, which has none (`-n NAMESPACE`). */
export function capitalsAt(text: string, at: number): Shape | null {
  if (/[\w$/-]/.test(text[at - 1] ?? '')) return null
  const isNamespace = /(?:^|\s)(?:-n|--namespace)[ =]$/.test(text.slice(Math.max(0, at - 14), at))
  for (const shape of isNamespace ? [YOURS, NAMESPACE] : [YOURS]) {
    shape.lastIndex = at
    const [name] = shape.exec(text) ?? []
    if (name !== undefined) return { to: at + name.length, name, written: name }
  }
  return null
}

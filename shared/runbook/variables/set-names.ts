/** A name that a script sets; `value` is what stands behind the `=`, as written, null where that is not to be seen. */
export type SetName = { readonly name: string; readonly value: { readonly from: number; readonly to: number } | null }
/** A word of a command, and where it stands. */
export type Word = { readonly text: string; readonly from: number }
/** What one simple command sets. `isOpen` where it reads names from somewhere else: a file, the output of a tool. */
export type Setting = { readonly names: readonly SetName[]; readonly isOpen: boolean }

/** Words of the language that a command may stand behind. */
export const RESERVED: ReadonlySet<string> = new Set([
  'then',
  'do',
  'else',
  'elif',
  'if',
  'while',
  'until',
  '!',
  'time',
  '{',
  '}',
  'builtin',
  'command',
])
export const DECLARES: ReadonlySet<string> = new Set(['export', 'local', 'readonly', 'declare', 'typeset'])
const READS = new Set(['read', 'mapfile', 'readarray', 'getopts'])
const READS_A_SCRIPT = new Set(['.', 'source', 'eval'])
/** `NAME=`, also of an element. */
export const ASSIGNED = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/
const IS_NAME = /^[A-Za-z_]\w*$/

const nothing: Setting = { names: [], isOpen: false }

function assigned({ text, from }: Word): SetName[] {
  const [head = '', name] = ASSIGNED.exec(text) ?? []
  if (name === undefined) return IS_NAME.test(text) ? [{ name: text, value: null }] : []
  const isWhole = !/[+\]]=$/.test(head) && text[head.length] !== '('
  return [{ name, value: isWhole ? { from: from + head.length, to: from + text.length } : null }]
}

const named = (words: readonly Word[]): SetName[] =>
  words.filter(({ text }) => IS_NAME.test(text)).map(({ text }) => ({ name: text, value: null }))

/** What a simple command sets for those after it. `A=1 make` sets `A` for `make` alone. */
export function settingOf(all: readonly Word[]): Setting {
  const begin = all.findIndex(({ text }) => !RESERVED.has(text) && !text.endsWith('()'))
  const words = begin < 0 ? [] : all.slice(begin)
  const called = words.findIndex(({ text }) => !ASSIGNED.test(text))
  if (called < 0) return { names: words.flatMap(assigned), isOpen: false }
  const [call, ...rest] = words.slice(called)
  if (call === undefined) return nothing
  if (call.text === 'for' || call.text === 'select') return { names: named(rest.slice(0, 1)), isOpen: false }
  if (DECLARES.has(call.text))
    return { names: rest.flatMap(assigned), isOpen: rest.some(({ text }) => /^["']?(?:\$\(|`)/.test(text)) }
  if (READS.has(call.text)) return { names: named(rest), isOpen: false }
  if (call.text === 'printf' && rest[0]?.text === '-v') return { names: named(rest.slice(1, 2)), isOpen: false }
  return { names: [], isOpen: READS_A_SCRIPT.has(call.text) }
}

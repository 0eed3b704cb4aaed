import { ASSIGNED, RESERVED } from './set-names.ts'

/** Tools that call the one named behind them: which of their options take a word. */
const CALLS_ANOTHER: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^-[A-Za-z]*[CDghpRrTtUu]$/],
  ['doas', /^-[A-Za-z]*[Cu]$/],
  ['env', /^-[A-Za-z]*[uC]$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cnp]$/],
  ['timeout', /^-[ks]$/],
  ['stdbuf', /^-[ioe]$/],
  ['nohup', /^$/],
  ['setsid', /^$/],
  ['time', /^-[fo]$/],
  ['exec', /^-a$/],
  ['command', /^$/],
  ['builtin', /^$/],
])

/** The name of a tool, without its path, its quotes, and what is redirected right behind it. */
const toolName = (word: string): string =>
  word
    .replace(/["'\\]/g, '')
    .replace(/[<>].*$/s, '')
    .replace(/^.*\//s, '')

/** What a simple command calls, and at which of its words; `at` is the number of words where nothing is called yet. */
export function calledTool(words: readonly string[]): { readonly name: string; readonly at: number } {
  let at = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    const takesAWord = CALLS_ANOTHER.get(toolName(word))
    if (takesAWord !== undefined) {
      const isTimed = toolName(word) === 'timeout'
      at += 1
      while (words[at]?.startsWith('-')) at += takesAWord.test(words[at] ?? '') ? 2 : 1
      if (isTimed) at += 1
    } else if (RESERVED.has(word) || ASSIGNED.test(word)) at += 1
    else return { name: toolName(word), at }
  }
  return { name: '', at: words.length }
}

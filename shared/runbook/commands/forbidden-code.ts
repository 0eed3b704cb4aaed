import { forbidsInAnotherLanguage } from '../languages/foreign-mood.ts'

/** "Do not reach for", "and you should never fall back to": what a clause that keeps from something begins with. */
const KEEPS_FROM =
  /^\W*(?:(?:and|but|so|also|please|then|now|you|we)\s+)*(?:do not|don['\u2019]t|never|avoid|(?:must|should|may) (?:not|never)|(?:must|should)n['\u2019]t)(?! (?:forget|hesitate|mind|worry|be afraid)\b)\b/i
/** "Do not go on before you run `jps`": behind these words stands what to do all the same. */
const ALLOWS =
  /\b(?:until|till|before|unless|without|but|except|instead|than|by|and (?:then )?(?:run|use|try))\b|^\W*avoid (?!\w+ing\b).*\b(?:with|using|via|through)\b/i
/** Behind these a clause begins that says something of its own. */
const ENDS_A_CLAUSE = /(?:[.!?;:(\uFF1A]|\s[\u2013\u2014-])\s|\(/
const LONGEST = 300

/** Whether the clause in which code stands keeps from it, whatever its verb; `at` is where the code begins. */
export function isForbidden(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - LONGEST), at)
    .replace(IN_BRACKETS, ' ')
    .replace(/[\s:\uFF1A]+$/, '')
  const clause = lastOf(before, ENDS_A_CLAUSE)
  const last = lastOf(clause, /,\s/)
  // "Do not stop, drain, or reset it with `...`" goes on; "Do not wait, run `...`" does not.
  const own = /\bn?or\b/i.test(last) ? clause : last
  if (KEEPS_FROM.test(own)) return !ALLOWS.test(own)
  const [behind = ''] = text.slice(at, at + LONGEST).split(ENDS_A_CLAUSE)
  return own.includes(' ') && forbidsInAnotherLanguage(`${own} ${behind}`)
}

/** "Prune it (never touches running rings):" has said what it does not do. */
const IN_BRACKETS = /(?:\(|^)[^()]*\)/g
const lastOf = (text: string, ends: RegExp): string => text.split(ends).at(-1) ?? ''

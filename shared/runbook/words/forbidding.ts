import { remembered } from '../../kit/remembered.ts'
import { CODE_MARK } from '../languages/code-mark.ts'
import { forbidsForAReason, forbidsInAnotherLanguage } from '../languages/foreign-mood.ts'
import { RECOMMENDED } from './spellings.ts'

/** What is not to be done, as a part of a pattern. */
export const NOT_ALLOWED = `(?:(?:strictly|absolutely|explicitly|expressly) )?(?:forbidden|prohibited|banned|dangerous|unsafe|risky|a bad idea|not (?:allowed|permitted|safe|advisable|${RECOMMENDED}|wise|ok|okay|a good idea))`
const OPENS = '\\W*(?:(?:and|but|so|or|also|please|then|now|you|we|one|for example),?\\s+)*'
/** What a clause begins with that keeps from what it goes on with, as a part of a pattern. */
export const BAN = `(?:${[
  "do not|don['\u2019]?t|never|avoid|refrain from|resist the (?:temptation|urge) to|stay away from|steer clear of|beware of|nor",
  "(?:must|should|shall) (?:not|never)|(?:must|should|shall)n['\u2019]t|(?<=\\b(?:you|we|one) )may (?:not|never)|(?:are|is) (?:not|never) (?:allowed|permitted)",
  'under no circumstances?|in no case|on no account|at no time|by no means',
  '(?:nobody|no one) (?:may|must|should|can|is (?:allowed|permitted))',
  `(?:(?:it|this|that)(?: is|['\u2019]s) )?(?:never (?:safe|allowed)|${NOT_ALLOWED}) to`,
].join('|')})`
/** "Do not forget to", "Do not hesitate to" order; "Do not go on until it is drained" waits. */
const ORDERS_ALL_THE_SAME =
  '(?! (?:forget|hesitate|mind|worry|be afraid)\\b| (?:go on|go ahead|proceed|continue|move on|start|begin|close|finish|resolve|leave)\\b.*\\b(?:until|till|before)\\b)'
/** "Do not restart it", "and you should never fall back to it", "Under no circumstances": what a clause that keeps from something begins with, whatever the verb. */
const KEEPS_FROM = new RegExp(`^${OPENS}${BAN}${ORDERS_ALL_THE_SAME}\\b`, 'i')
const IS_ONLY_A_BAN = new RegExp(`^${OPENS}${BAN}$`, 'i')

/** "The relay must not be restarted", "`relayctl reset` is forbidden"; what a tool warns of ("This will warn that it is dangerous") is expected. */
const IS_KEPT_FROM = new RegExp(
  `^[^,;:.]{0,120}?(?:\\b(?:must|should|shall|may) (?:not|never)|\\b(?:must|should|shall)n['\u2019]t)(?: ever| \\w+ly)? be (?:\\w+(?:ed|un|en|wn)|set|put|cut|sent|left|shut)\\b|^(?!(?:this|it) will warn\\b)[^,;:.]{0,120}?\\b(?:is|are) (?!not dangerous)${NOT_ALLOWED}\\b(?! (?:if|when|unless|without|until)\\b)`,
  'i',
)
const OPENS_A_CASE =
  /^\W*(?:if|when|unless|once|while|where|whenever|because|since|check|verify|confirm|ensure|make)\b/i

const IN_A_CASE = /^\W*(?:if|when|whenever|while|once|after|before|during|until|unless|in|on|at|for|as)\b/i

/** Without such a word nothing is said to be forbidden, which is quicker to see. */
const MAY_KEEP_FROM = /n['\u2019]t\b|\b(?:not|never|forbidden|prohibited|banned|dangerous|unsafe|risky|bad)\b/i
const isKeptFrom = (words: string): boolean =>
  MAY_KEEP_FROM.test(words) && !OPENS_A_CASE.test(words) && IS_KEPT_FROM.test(words)

/** Whether a sentence begins with what its reader must not do, or says it of a thing, in any language. It may go on with an order: "Do not wait: drain it". */
export const forbids: (words: string) => boolean = remembered(
  (words) =>
    (IN_A_CASE.test(words) && words.split(/,\s/).some(keepsFrom)) ||
    keepsFrom(words) ||
    isKeptFrom(words) ||
    forbidsInAnotherLanguage(words),
)

/** Whether an English clause begins with what its reader must not do. */
export function keepsFrom(clause: string): boolean {
  return KEEPS_FROM.test(clause)
}

/** "Do not lose rows: run `jps`", "Do not go on before you run `jps`": behind these words stands what to do all the same. */
const ALLOWS =
  /\b(?:until|till|before|unless|without|but|except|instead|than|and (?:then )?(?:run|use|try))\b|^\W*avoid (?!\w+ing\b).*\b(?:with|using|via|through|by)\b|^\W*avoid (?!(?:us|runn|execut|call|typ)ing\b).*\bby\b/i
/** "If it is torn do not run", "The job never uses", "without", ", not": what stands straight before such code. */
const GOVERNS =
  /(?:\b(?:no longer|do not|don['\u2019]t|never|nor|(?:must|should|may|can|shall) not|(?:must|should|can)n['\u2019]t|cannot) (?:(?:ever|just|simply|even|try to) )*(?:run|use|execute|type|call|issue|try|apply|invoke|enter|touch)(?: (?:the|an?|any|this))?|\bwithout(?: (?:running|using|calling|an?|the))*|^\W*(?:(?:and |but )?not(?: with| via| by running| by using)?|no|deprecated|obsolete|outdated|retired|wrong|bad|incorrect|(?:strictly )?(?:forbidden|prohibited|banned|not (?:allowed|permitted)))\W*)$/i
/** Behind these a clause begins that says something of its own; the full stops of Chinese and Japanese have no blank behind them. */
const ENDS_A_CLAUSE =
  /(?:[.!?;:(\uFF1A]|\s[\u2013\u2014-])\s|\(|[\u3002\uFF1B\uFF01\uFF1F]|(?<=[\u3057\u3066\u308A])\u3001/
const LONGEST = 300

/** "Never do this alone", "... at night", "... during peak hours": who does it, and when. */
const MANNERS =
  '(?:all )?alone|(?:on|by) (?:your|his|their) own|by yourself|unattended|unsupervised|lightly|hastily|carelessly|in (?:a hurry|haste)|overnight|at (?:night|weekends|the weekend|peak|peak times?|peak hours)|during(?: [\\w-]+){1,4}|from home|outside (?:of )?(?:[\\w-]+ )?hours'
/** "Never skip this:", "Don't stop here:" are to be done all the same, and "Never run it as root:", "... twice:", "... two at once:" tell how. */
const DOES_NOT_FORBID = new RegExp(
  `^${OPENS}${BAN}(?: ever)? (?:(?:skip|miss|omit|neglect|overlook|leave out|stop here)\\b|leave (?:it|this|that|them) out\\b)|\\b(?:run|execute|use|do|apply|call|start)(?: (?:it|this|that|these|them|the \\w+))? (?:as (?:root|(?:an? |the )?(?:admin\\w*|superuser|root user))|(?:only |just )?once|twice|more than once|several times|in parallel|at the same time|concurrently|simultaneously|${MANNERS})$|\\b(?:two|three|several|both|more than (?:one|two))(?: [\\w-]+){0,3} (?:at once|at a time|together)$`,
  'i',
)

/** Whether the clause in which code stands keeps from it, whatever its verb; `at` is where the code begins. */
export function isForbidden(text: string, at: number, code = ''): boolean {
  const before = text.slice(Math.max(0, at - LONGEST), at).replace(/(?:[\s:\uFF1A]|\s[\u2013\u2014-]\s)+$/, ' ')
  const [, inBrackets = ''] = IS_IN_BRACKETS.exec(before) ?? []
  if (isOnlyABan(inBrackets) || GOVERNS.test(inBrackets)) return true
  const clause = lastOf(before.replace(IN_BRACKETS, ' '), ENDS_A_CLAUSE)
  const own = ownPartOf(clause.trim())
  if (KEEPS_FROM.test(own)) return !ALLOWS.test(own) && !DOES_NOT_FORBID.test(own)
  if (GOVERNS.test(own)) return true
  const [behind = ''] = text.slice(at + code.length, at + code.length + LONGEST).split(ENDS_A_CLAUSE)
  if (isKeptFrom(`${own} ${CODE_MARK}${behind}`)) return true
  return forbidsForAReason(`${own} ${CODE_MARK}${behind}`.trim())
}

/** Whether words are nothing but what a ban begins with: "Never", "Do not". */
export const isOnlyABan = (words: string): boolean => IS_ONLY_A_BAN.test(words)

/** Whether what forbids goes on behind its commas: "Do not stop, drain, or reset it", "Never, ever, run it"; in "Do not wait, run it" it does not. */
export function goesOnToForbid(first: string, behind: readonly string[]): boolean {
  return IS_ONLY_A_BAN.test(first) || (keepsFrom(first) && behind.some((clause) => /\bn?or\b/i.test(clause)))
}

function ownPartOf(clause: string): string {
  const [first = '', ...behind] = clause.split(/,\s/)
  const last = behind.at(-1) ?? first
  return behind.length > 0 && goesOnToForbid(first, behind) ? `${first} ${last}` : last
}

/** "Prune it (never touches running rings):" has said what it does not do. */
const IN_BRACKETS = /(?:\(|^)[^()]*\)/g
/** "(do NOT)" in front of a command is all that is said of it. */
const IS_IN_BRACKETS = /^\W*\(([^()]*)\)\s*$/
const lastOf = (text: string, ends: RegExp): string => text.split(ends).at(-1) ?? ''

import { rememberedOf } from '../../kit/remembered.ts'
import type { Inline } from '../text/block.ts'
import { bansBehind } from '../words/bans.ts'
import { isForbidden } from '../words/forbidding.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import { beginOfChoice, MOST_CODES } from './code-places.ts'

/** A command after these words is only named, as what came before. */
const NAMED_BEFORE =
  /(?:\b(?:after|since|following|following on) an? |\bduring (?:an? )?|\b(?:of|from|before|until|due to) an? |\b(?:instances? of|child(?:ren)? of|corresponding to|problems? (?:of|with)|issues? with|caused by|triggered by|spawned by|(?:rather than|instead of)(?: [a-z]+ing(?: for)?)?|(?:clients?|process(?:es)?|users?) running) (?:an? )?|apr[eè]s une? |\bnach eine[mr] |\b(?:tras|despu[eé]s de) una? |\bap[oó]s uma? |\b(?:runs|executes|calls|invokes|performs|issues) (?:(?:an?|the) )?(?:commands? )?|\b(?:verified|tested|proven|proved|shown|confirmed|exercised|covered) (?:by|with|in) (?:(?:an?|the|our) )?|\b(?:has|have|had|having)(?: not| never| already| just)? been [a-z]+(?:ed|t|n) (?:by|with|using|via|through)(?: an?| the)? )$/i

/** "`git fetch` processes" names what runs, "`relayctl open` is executed" what was run by something else; "`git push`-ed" is a word. */
const NAMED_AFTER =
  /^['\u2019]?-?(?:e?d|ing|e?s|ers?)\b|^ (?:errors?|failures?|warnings?|director(?:y|ies)|folders?|plug-?ins?|extensions?|process(?:es)?|requests?|instances?|calls?|sessions?)\b|^ (?:commands? )?(?:is|was|are|were|gets|being|has been|have been) (?:\w+ly )?(?:run|executed|called|invoked|issued|started|triggered|performed)\b|^ (?:returns? (?:an? )?[45]\d\d|fails|failed|hangs|does)\b|^ (?:command )?followed by (?:the|its|an?|your) |^ as (?:run|done|performed|executed|issued|called|triggered|scheduled)\b|^ runs (?:in|at|by|every|as|from|on|during|when|after|before|once|nightly|daily|hourly|periodically|automatically)\b/i

/** "After executing the `relayctl drop` command, look at the ring" */
const WAS_RUN = /\bafter (?:executing|running|issuing|performing|using) the $/i
/** "run `drop_ring` as above" */
const IS_TOLD_ABOVE =
  /^(?: command| script| function)? as (?:(?:shown|described|explained|given|listed) )?(?:above|before|earlier)\b/i

/** Whether a text only names a command, as what came before ("after a git push"), what must not be done ("never run rm -rf") or what a thing does by itself. */
export function isOnlyNamed(inline: Inline, code: string, at: number): boolean {
  const { text, codes } = inline
  const begin = codes.length < MOST_CODES ? beginOfChoice(text, codes, at) : at
  const before = text.slice(Math.max(0, begin - 60), begin)
  const behind = text.slice(at + code.length, at + code.length + 60)
  if (WAS_RUN.test(before) && /^ command\b/.test(behind)) return true
  if (!/\s/.test(code.trim()) && IS_TOLD_ABOVE.test(behind)) return true
  if (NAMED_AFTER.test(behind) || IN_AN_EXAMPLE.test(before) || isExchanged(text, codes)) return true
  if (isForbiddenBehind(text, codes, at, code)) return true
  if (BARE_CALL.test(code) && (begin === 0 || /[.!?]\s$/.test(before)) && DOES.test(behind)) return true
  if (sentencesOfNoTrust(inline).some((one) => one.includes(code))) return true
  if (isSaidOfAThing(before) || (IS_A_PATH.test(code) && /[(,] ?$/.test(before) && !asksIn(text, code))) return true
  if (sentencesOfUs(inline).some((one) => one.includes(`(${code})`))) return true
  return (begin > 0 && NAMED_BEFORE.test(before)) || isForbidden(text, begin, text.slice(begin, at + code.length))
}

/** "It carries a seal, attached at build time via `relayctl seal --all`", "The ring is put in place after `relayctl open`": how and when something else did it. */
const isSaidOfAThing = (before: string): boolean => WAS_DONE_BY.test(before) || IS_DONE_AFTER.test(before)
const WAS_DONE_BY =
  /, (?:attached|added|built|created|generated|installed|made|produced|signed|written)(?: (?:at|during) [a-z]+(?: time)?)? (?:by|using|via|with) $/i
const IS_DONE_AFTER = /\b(?:is|are|was|were) (?:not )?(?:[a-z]+(?:ed|en|un)|put|set)(?: [a-z]+){0,3} after $/i

/** "The programs installed here (`/opt/ring/bin/seal`, ...)": a file by its name. */
const IS_A_PATH = /^\/\S+$/
const asksIn = (text: string, code: string): boolean =>
  asksForAction(sentencesOf(text).find((sentence) => sentence.includes(code)) ?? '')

/** "`relayctl drop` (never!)", "`relayctl drop` - never on prod", "`relayctl drop`: do not run this" */
function isForbiddenBehind(text: string, codes: readonly string[], at: number, code: string): boolean {
  const behind = text.slice(at + code.length, at + code.length + LONGEST_BEHIND)
  const [, bracket, mark = '', rest = ''] = SAID_BEHIND.exec(behind) ?? []
  if (bracket !== undefined) return bansBehind(bracket)
  if (
    rest === '' ||
    codes.length > MOST_CODES ||
    (ENDS_A_SENTENCE.test(mark) && /[\p{L}\p{N}]/u.test(text.slice(0, at)))
  )
    return false
  const [sentence = ''] = sentencesOf(rest)
  const next = Math.min(...codes.map((other) => sentence.indexOf(other)).filter((place) => place >= 0))
  // "`relayctl drop`, never `relayctl open`": the words straight in front of other code are of that.
  return bansBehind(next < sentence.length ? sentence.slice(0, next).replace(LAST_CLAUSE, '') : sentence)
}

const LONGEST_BEHIND = 200
const SAID_BEHIND = /^\s*(?:\(([^()]*)\)|([:,;.!\uFF1A\uFF0C\u3002]|\s?[\u2013\u2014]|\s-)\s*(\S.*))/su
const ENDS_A_SENTENCE = /[.!\u3002]/
const LAST_CLAUSE = /(?:^|[,;.(])[^,;.(]*$/

/** "`relayctl ring restore` works within a site": a tool and what it does, with nothing it does it to, is what the sentence tells of. */
const BARE_CALL = /^(?:[a-z][\w-]*(?: [a-z][a-z-]*)+|[A-Z]{3,}(?: [A-Z]{3,})+)$/
const DOES =
  /^ (?:only |also |always |never |then )?(?!as\b|is\b|this\b|across\b|(?:reports|returns|shows|prints|lists|outputs|passes|succeeds|answers|says|gives|provides|tells)\b)[a-z]{3,}s\b/
/** "`journalctl -k` was clean, so don't rely on it" */
const sentencesOfNoTrust = rememberedOf(({ text }: Inline): readonly string[] =>
  NOT_RELIED_ON.test(text) ? sentencesOf(text).filter((sentence) => NOT_RELIED_ON.test(sentence)) : [],
)
const NOT_RELIED_ON = /\b(?:do not|don['\u2019]t|cannot|can['\u2019]t) rely on\b/i

/** "We then take it down (`relayctl drop b`).": the name of what a sentence only tells of. */
const sentencesOfUs = rememberedOf(({ text }: Inline): readonly string[] =>
  text.includes('(') ? sentencesOf(text).filter((one) => TELLS_OF_US.test(one) && !asksForAction(one)) : [],
)
const TELLS_OF_US = /^(?:we|they|he|she)\b/i

/** "Change the line `SIZE=3` to `SIZE=5`": what stands in a file, and what is to stand there. */
function isExchanged(text: string, codes: readonly string[]): boolean {
  const [first, second] = codes
  if (first === undefined || second === undefined || codes.length > 2) return false
  const at = text.indexOf(first)
  const between = text.slice(at + first.length, text.indexOf(second, at + first.length))
  return (
    IS_CHANGED.test(text.slice(Math.max(0, at - 60), at)) &&
    /^ (?:to|with|by|into)(?: (?:read|be|say|the \w+))? $/.test(between)
  )
}

const IS_CHANGED = /\b(?:change|replace|edit|modify|update|rewrite|swap)(?: (?!to\b)[\w-]+){0,4}:? $/i

/** "In this example, the `relayctl status` command is executed when the job starts": it is told what happens, not what to do. */
const IN_AN_EXAMPLE = /\b(?:in|for) (?:this|the|our|these) (?:\w+ )?(?:examples?),? (?:the |an? )?$/i

import { remembered } from '../../kit/remembered.ts'
import {
  forbidsForAReason,
  headsForeignBans,
  isForeignCallOut,
  opensForeignCase,
  pointsBelowInAnotherLanguage,
  withoutForeignReason,
} from '../languages/foreign-mood.ts'
import { isBanMark, isMarkedAsBan } from './ban-marks.ts'
import { BAN, isForbidden, isOnlyABan } from './forbidding.ts'
import { forbids } from './sentence-mood.ts'
import { asksForAction, sentencesOf } from './sentences.ts'
import { plainHeading } from './topic.ts'
import { labelsTheWrongWay } from './wrong-ways.ts'

/** Behind "this" these name no thing: "never do this alone", "never run this at night". */
const NO_NOUNS =
  'or|if|on|in|as|when|only|just|twice|more|blindly|concurrently|simultaneously|alone|lightly|unattended|unsupervised|hastily|carelessly|overnight|without|with|during|at|from(?! prod)|while|before|after|until|till|unless|by|to|for|over|via|through|outside|except|because|since|too'
/** What a ban speaks of without naming it: "this", "the following commands", "any of these". */
const POINTED = `(?: (?:any of )?(?:this|these|those|that|it|them|the (?:following|below))(?: (?!(?:${NO_NOUNS})\\b)\\p{L}+){0,2})?`
const ACTS =
  '(?: (?:ever|simply|just))?(?: (?:do|run|use|try|execute|type|issue|call|apply|attempt|perform|copy|paste|enter))?'
const IN_PRODUCTION = '(?: (?:in|on|against) (?:the )?(?:prod|production|live)(?: \\p{L}+)?)?'
const STRESSED = '(?: (?:at all(?: costs?)?|ever|under any circumstances|by hand|manually))?'

const THINGS = 'things|what|commands|fixes|ideas|steps|actions|attempts|approaches'

/** Whole headings and labels, in the form of `plainHeading`: what stands below is not to be done. */
const HEADS = new RegExp(
  `^(?:${[
    'what (?:(?:(?:you |we |one )?(?:should|must) )?(?:not|never) (?:to )?do|(?:you |we |one )?(?:do not|don t|never) do|to avoid)(?: (?!instead).*)?',
    '(?:things|actions|commands|operations|steps|practices) (?:to avoid|(?:to never|not to|never to) (?:do|run|use|take|try)|(?:that )?(?:you|we|one) (?:must|should|may|can) (?:not|never) (?!(?:skip|forget|miss|omit|ignore|overlook)\\b)\\p{L}+)(?: .*)?',
    '(?:(?:commands|actions|operations|things|steps) (?:that )?(?:are )?)?(?:strictly )?(?:forbidden|prohibited|banned|not allowed)(?: (?:actions?|commands?|operations?|steps?|things))?',
    '(?:common|typical|frequent) (?:mistakes|pitfalls)',
    '(?:(?:what|things|actions|commands|operations|steps) )(?:(?:that|which) )?(?:must|should|may|can) (?:not|never) be (?:done|run|used|executed|tried|touched|changed)(?: .*)?',
    'don ?ts|must nots|(?:strictly )?off limits|no gos?|taboos?',
    '(?:bad|wrong|buggy|incorrect)(?: (?:way|example|practice|approach|pattern)s?)?',
    `(?:${THINGS})(?: (?:that )?(?:we|you|people|others|i))?(?: (?:have|had))?(?: already)?(?: tried)?(?: (?:that|which|and|but))*(?: (?:we|it|they|this))? (?:made|make|makes) (?:it|things|this|everything|matters)(?: even| only| much)? worse`,
    `(?:${THINGS}) (?:that )?(?:(?:may|might|can) )?(?:look|looks|seem|seems|sound|sounds)(?: \\p{L}+){1,4} but (?:are|is|do|does|will|would|make|makes|can) (?:not |never )?(?:\\p{L}+ )?(?:wrong|dangerous|harmful|unsafe|bad|help|work|worse|it worse|things worse)`,
    '(?:tempting|plausible) but (?:wrong|dangerous|harmful)(?: \\p{L}+)?',
    '(?:(?:this|it|they) (?:is|are) )?kept (?:here )?(?:only )?for (?:history|the history|the record|historical reasons)(?: only)?',
    'avoid(?: doing| running| using)?(?: (?:this|these|the following)(?: \\p{L}+)?)?(?: at all costs?)?',
    'anti ?patterns?',
    `(?:you |we |one )?(?:do not|don t|never(?: ever)?|(?:must|should|shall|may) (?:not|never)|mustn t|shouldn t)${ACTS}${POINTED}${IN_PRODUCTION}${STRESSED}`,
  ].join('|')})$`,
  'u',
)

/** "Purge (never run this)", "Class 2: propose it, do not execute": not "do not run two at once", and no mere condition. */
const HEADS_IN_PART =
  /(?:^\W*|[(,:;\u2013\u2014-]\s*)(?:do not|don['\u2019]t|never) (?:run|execute|use|apply)(?: (?:this|these|it|them|any of (?:this|these|it|them)))?(?: (?:by hand|manually|yourself|in production|on production))?\s*(?:$|[),;.!])/i

/** Whether a heading says nothing but that: "What not to do", and not "Purge (never run this)". */
export const isListOfBans = (heading: string): boolean => {
  const words = plainHeading(heading)
  return HEADS.test(words) || headsForeignBans(words)
}

/** Whether a line that leads to a list, without a colon, is nothing but a heading of what not to do, or ends in a ban: "Don'ts", "It is forbidden to", "Purge (never run this)". */
export const labelsBans = (line: string): boolean =>
  isListOfBans(line) ||
  isOnlyABan(
    line
      .replace(END_MARKS, '')
      .split(/,\s(?!ever\b)/)
      .at(-1) ?? '',
  ) ||
  bansThis(AT_END_IN_BRACKETS.exec(line)?.[1] ?? '') === 'everywhere'
const AT_END_IN_BRACKETS = /\(([^()]*)\)\W*$/

/** Whether a heading says that what stands below it must not be done: "What not to do", "Forbidden actions", in any language with a table. */
export const headsBans: (heading: string) => boolean = remembered((heading) => {
  return isListOfBans(heading) || HEADS_IN_PART.test(heading) || opensWithForeignBan(heading) || isMarkedAsBan(heading)
})

/** "Forbidden (403)" is what a server answers. */
const NAMES_A_STATUS = /\b[45]\d\d\b/
/** "Nicht ausführen, es löscht Daten": a clause of another language that forbids and names nothing else. */
function isForeignBan(clause: string): boolean {
  const words = withoutForeignReason(clause)
  return words.length < LONGEST_BAN && headsForeignBans(plainHeading(words))
}
const LONGEST_BAN = 60
const opensWithForeignBan = (heading: string): boolean => {
  const [first, second] = clausesOf(heading)
  return first !== undefined && second !== undefined && !NAMES_A_STATUS.test(heading) && isForeignBan(first)
}
const clausesOf = (words: string): readonly string[] =>
  words
    .replace(CALL_OUT, '')
    .split(CLAUSES)
    .filter((clause) => /\p{L}/u.test(clause))

/** Whether a heading may name a situation to choose: not one that forbids, or is nothing but a word of danger. */
export const namesSituation: (heading: string) => boolean = remembered((heading) => {
  const words = plainHeading(heading)
  return !headsBans(heading) && !IS_DANGER.test(words) && !isForeignCallOut(words)
})
const IS_DANGER =
  /^(?:(?:extreme |high |grave )?dangers?(?: zone)?|dangerous|warnings?|caution|attention|beware|deprecated|obsolete|(?:critical alert )?immediate action (?:is )?required)$/

/** A heading that keeps from code straight below it, which no words lead to: "DANGER", "Deprecated". */
export const headsUnledBan = (heading: string): boolean => KEEPS_FROM_UNLED.test(plainHeading(heading))
const KEEPS_FROM_UNLED = /^(?:(?:extreme |high |grave )?dangers?|dangerous|deprecated|obsolete)$/

const ENDS_OPEN = /[:\uFF1A]\W*$/
const END_MARKS = /[\s.!:\u3002\uFF01\uFF1A*_]+$/
const POINTS_BELOW = /\b(?:the following|these|below)\b/i
/** "Do not panic:", "Don't worry:" lead to what to do. */
const CALMS = /\b(?:panic|worry|fret|be alarmed|despair)\W*$/i
/** "Do not go on if:" counts cases, "Do not restart it before:" what comes first. */
const IN_A_CASE = /\b(?:if|when|while|unless|until|till|before|after|without|because|since|as long as|except)\b/i
/** "Do not:", "You must never restart:": a ban that waits for its object. */
const WAITS = new RegExp(
  `^\\W*(?:(?:and|but|so|or|also|please|then|now|you|we|one),?\\s+)*${BAN}(?: ever)?(?: \\w+)?$`,
  'i',
)

/** "..., it loses orders:", "... (which deletes data):": why, behind a ban, takes nothing from it; a case or an order would. */
const REASON =
  /(?:[,;(]|\s[\u2013\u2014-])\s*(?:(?:because|since|as|for|which|this|that|it|they|these|you (?:will|would|may|might|can|could)|doing (?:so|this|that)|otherwise|or(?: else)?)\b(?:(?!\b(?:if|when|while|unless|until|till|before|after|without|except|instead|but|then)\b)[^:\uFF1A.!?])*)(?=[:\uFF1A.!?]?\W*$)/i
/** "... because it deletes data": without a comma. */
const PLAIN_REASON =
  /\s(?:because|since (?:it|this|that|they))\b(?:(?!\b(?:if|when|while|unless|until|till|before|after|without|except|instead|but|then)\b)[^,;:\uFF1A.!?])*(?=[:\uFF1A.!?]?\W*$)/i
const withoutReason = (sentence: string): string => sentence.replace(REASON, '').replace(PLAIN_REASON, '')

/** Whether a line says of the list below it that nothing in it is to be done: "You must not:", "Avoid these at all costs:". */
export const forbidsItems: (line: string) => boolean = remembered((line) => {
  const told = withoutReason(sentencesOf(line).at(-1) ?? line)
  if (isMarkedAsBan(line)) return true
  if (!ENDS_OPEN.test(told)) return false
  const words = told.replace(END_MARKS, '')
  if (labelsTheWrongWay(words) || headsBans(words)) return true
  const own = words.split(/,\s|[.!?;:]\s|\s[\u2013\u2014-]\s/).at(-1) ?? words
  if (isOnlyABan(own)) return true
  if (CALMS.test(words) || IN_A_CASE.test(words)) return false
  return WAITS.test(own) || headsBans(own) || (forbidsAnyhow(words) && pointsBelow(words))
})

/** Whether a line says of the code below it that it is not to be run: "Never do this:", "Bad:", "Do not run the following command." */
export const forbidsCode: (line: string) => boolean = remembered((line) => {
  if (isMarkedAsBan(line)) return true
  const sentences = sentencesOf(line).map(withoutReason)
  const told = sentences.at(-1) ?? line
  const words = told.replace(END_MARKS, '')
  if (ENDS_OPEN.test(told))
    return labelsTheWrongWay(told) || headsBans(words) || (!CALMS.test(words) && isBan(told, words))
  return (
    sentences.some((one) => pointsBelow(one) && isBan(one, one.replace(END_MARKS, ''))) ||
    bansNext(sentences) !== undefined
  )
})

/** "Never run this in production." above code; behind a sentence that asks for something, one place ("on the primary") is a caution. */
function bansNext(sentences: readonly string[]): BanOfCode | undefined {
  const isNone = (one: string) => IS_A_CAUTION.test(one) || POINTS_ABOVE.test(one) || NAMES_A_STATUS.test(one)
  const own = sentences.map((one, at) => {
    if (isNone(one)) return undefined
    return isShortBan(one) && !sentences.slice(at + 1).some(asksForAction) ? 'everywhere' : bansThis(one)
  })
  const at = own.findIndex((ban) => ban !== undefined)
  return own[at] === 'somewhere' && sentences.slice(0, at).some(asksForAction) ? undefined : own[at]
}

/** The same with what only says where not: "Not in production!", "Hands off." Beside a sentence that asks for something that is a caution. */
export const keepsFromCode = (line: string): boolean => forbidsCode(line) || keepsOut(sentencesOf(line))

function keepsOut(sentences: readonly string[]): boolean {
  const at = sentences
    .map((one) => one.replace(CALL_OUT, ''))
    .findIndex((one) => IS_NOT_FOR_PRODUCTION.test(one) || KEEPS_OUT.test(one))
  return at >= 0 && !sentences.some((one, place) => place !== at && asksForAction(one))
}
const KEEPS_OUT =
  /^\W*(?:(?:keep (?:your )?)?hands off(?: (?:of )?(?:this|these|it|them|prod|production))?|(?:not|never) (?:on|against) (?:the |an? |any |our |your )?(?:primary|primaries|masters?|leaders?|writers?)(?: (?:hosts?|nodes?|servers?|databases?|db))?)\W*$/i

/** Whether a line says only of the code above it that it is not to be run: "Do not run the above." */
export const pointsAbove = (line: string): boolean => POINTS_ABOVE.test(line)

/** "Do not lose the logs", "Do not ignore it" as a title: how to go about what stands in the box, not what to keep from. */
const IS_OF_CARE =
  /^\W*(?:please |you (?:must|should) )?(?:do not|don['\u2019]t|never|not) (?:be|close|lose|ignore|wait|rely|assume|trust|expect|proceed|continue|go|move|resolve|hurry|guess|underestimate|share)\b/i
/** "If it drains, do not run this.", "Do not run this blindly." */
const IS_A_CAUTION =
  /\b(?:if|when|while|unless|until|till|before|after|without|as long as|except|instead|blindly|casually|again)\b/i
const POINTS_ABOVE = /\b(?:above|previous|preceding)\b|^\W*\^/i

/** Whether the title of a box keeps from the code that stands in it: "Never run this here", "Do not restore over a running database". */
export const titlesBan: (title: string) => boolean = remembered((title) => {
  if (headsBans(title)) return true
  const words = title.replace(END_MARKS, '')
  return (
    !POINTS_ABOVE.test(words) &&
    !IN_A_CASE.test(withoutReason(words)) &&
    !IS_OF_CARE.test(words) &&
    keepsFromCode(`${words}:`)
  )
})

/** "Never run it as root:" */
export const keepsFromRoot = (line: string): boolean => forbids(line) && /\bas (?:the )?root(?: user)?\W*$/i.test(line)

const isBan = (told: string, words: string): boolean =>
  isForbidden(told, told.length) || (!IN_A_CASE.test(words) && forbidsForAReason(words.replace(CALL_OUT, '')))

const forbidsAnyhow = (words: string): boolean => forbids(words) || forbidsForAReason(words)
const pointsBelow = (words: string): boolean => POINTS_BELOW.test(words) || pointsBelowInAnotherLanguage(words)

/** How far a ban goes: everywhere, or only in some place ("on the primary"), where it is a caution for whoever was led there. */
export type BanOfCode = 'everywhere' | 'somewhere'

const CALL_OUT = /^[^\p{L}\p{N}]*(?:(?:danger|warning|caution|attention|important|stop|note|nb)\b[^\p{L}\p{N}]*)+/iu
const CLAUSES =
  /[.,;:!()]+(?:\s|$)|\s\(|[\uFF0C\uFF1A\uFF1B\uFF08\uFF09\uFF01\u3001\u3002]|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[,;:!]|\s[\u2013\u2014-]+\s|\u26A0\uFE0F?/u
const RUNS = '(?:run|execute|use|apply|type|paste|copy|try|call|issue|do)'
const THIS =
  '(?:any of )?(?:this|these|it|that|them|those)(?: (?:whole )?(?:commands?|script|block|statements?|quer(?:y|ies)|one|code|snippet))?|the (?:above|following|below|previous|preceding|next)(?: (?:\\d|two|three|few))?(?: \\p{L}+)?|what follows|(?:the )?(?:commands?|lines?|script|block|quer(?:y|ies)|code) (?:above|below|after this|that follows?)'
const HOW = '(?: (?:ever|at all|any ?more|any longer|blindly|casually|by hand|manually|yourself|again|here))*'
const PLACE = '(?: (?:in|on|against|at) ([^,;.]{1,40}))?'
const BANS_THIS = new RegExp(
  `^\\W*(?:please )?(?:${[
    `(?:do not|don['\u2019]t|never|(?:you |we |one )?(?:(?:must|should|shall|may) (?:not|never)|(?:must|should)n['\u2019]t)|under no circumstances)(?: ever)? ${RUNS}(?: (?:${THIS}))?${HOW}`,
    `(?:${THIS}) (?:(?:must|should|shall|may) (?:not|never)|is (?:never|not) to)(?: ever)? be (?:run|executed|used|applied|typed|called)${HOW}`,
    `(?:(?:${THIS}) is )?(?:strictly )?(?:forbidden|prohibited|not allowed)`,
  ].join('|')})${PLACE}\\W*$`,
  'iu',
)
const IS_PRODUCTION = /^(?:the |an? |any )?(?:prod|production|live)\b/i
/** "On a Friday", "in parallel": when and how, and no place. */
const IS_A_MANNER =
  /^(?:(?:an?|the|any|one) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:your|his|their) own|weekends?|nights?|peak|(?:business|working|office|rush) (?:hours|days?)|same time|once|parallel|hurry|haste|loop|between|middle|advance|wrong|any order|this order|go)\b/i

/** Whether a remark, or words beside code, say of that code that it is not to be run: "DANGER: never run in production", "do not run this". */
export const bansThis: (remark: string) => BanOfCode | undefined = remembered((remark) => {
  if (isMarkedAsBan(remark)) return 'everywhere'
  const clauses = clausesOf(remark)
  for (const clause of clauses) {
    const found = BANS_THIS.exec(clause.trim())
    if (!found) continue
    const [, place] = found
    if (place !== undefined && IS_A_MANNER.test(place)) continue
    return place === undefined || IS_PRODUCTION.test(place) ? 'everywhere' : 'somewhere'
  }
  return clauses.some(isForeignBan) && !opensForeignCase(clauses[0] ?? '') ? 'everywhere' : undefined
})

/** Whether a line says of the code above it that it is not to be run: "Do not run the above in production." */
export const bansAbove = (line: string): BanOfCode | undefined =>
  ENDS_OPEN.test(line)
    ? undefined
    : sentencesOf(line)
        .filter((sentence) => !POINTS_ON.test(sentence))
        .map(bansThis)
        .find((ban) => ban !== undefined)

const POINTS_ON = /\b(?:the (?:following|next)|below)\b/i

/** "NEVER", "Don't", "no!", "Under no circumstances": a ban without a word of what it keeps from. */
const IS_A_SHORT_BAN =
  /^\W*(?:never(?:[, ]+(?:ever|never))?|no(?=\W*!)|don['\u2019]?t|do not|under no circumstances?|in no case|on no account|at no time|by no means)(?: (?:do|run|use)(?: (?:it|this|that))?)?\W*$/i
const isShortBan = (words: string): boolean => IS_A_SHORT_BAN.test(words)

/** "Never on prod", "not in production", "\u{1F6AB} prod": what people write beside a command, or in the notes on it. */
const IS_NOT_FOR_PRODUCTION =
  /^\W*(?:(?:never|not|do not|don['\u2019]t|forbidden|prohibited|banned|disallowed|not (?:allowed|permitted)) (?:in|on|for|against)|(?:never|[\u274C\u2716\u2717\u2718\u26D4\u{1F6AB}\u{1F6D1}]\uFE0F?)(?: (?:in|on|for|against))?) (?:the |an? |any |our )?(?:prod|production|live)(?: (?:clusters?|systems?|servers?|hosts?|environments?|nodes?|databases?|db|use))?\W*$/iu

/** Whether words are one of two cases that some others tell: "Not in production:" beside "In production:". */
export const isOtherCase = (words: string, others: () => readonly string[]): boolean =>
  IS_NOT_FOR_PRODUCTION.test(words) && others().some((each) => IS_FOR_PRODUCTION.test(each))
const IS_FOR_PRODUCTION = /^\W*(?:in|on|for) (?:the |our )?(?:prod|production|live)(?: \w+)?\W*$/i

/** Whether words straight behind a command, or in the notes on it, keep from it: "(never!)", "- never on prod", "dangerous, never", "do not use". Not in a case, or "again". */
export const bansBehind: (words: string) => boolean = remembered((words) => {
  if (isBanMark(words) || isMarkedAsBan(words) || isShortBan(words) || IS_NOT_FOR_PRODUCTION.test(words)) return true
  const clauses = clausesOf(words)
  const at = clauses.findIndex(
    (each) => isShortBan(each) || IS_NOT_FOR_PRODUCTION.test(each) || bansThis(each) === 'everywhere',
  )
  return at >= 0 && !IS_A_CAUTION.test(clauses.slice(0, at + 1).join(' '))
})

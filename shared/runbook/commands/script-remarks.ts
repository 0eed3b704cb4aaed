import { namesTheOutcomeInAnotherLanguage } from '../languages/foreign-mood.ts'
import type { Command } from '../runbook.ts'
import type { Block, CodeBlock } from '../text/block.ts'
import { asksForAction, beginsWithAction } from '../words/sentences.ts'
import { textOfCommand } from './command-in-words.ts'
import { isBareCommand, isToolLine, REMARK } from './command-lines.ts'
import { SHELLS } from './command-words.ts'
import { linesWithin } from './open-lines.ts'
import { answeredCommands } from './printed-lines.ts'
import { hasPrompt } from './prompts.ts'
import { languageInPlainText } from './shell-of-command.ts'

const NUMBERED_REMARK = /^\d{1,2}[.)]\s+/

/** A block of a script language that holds nothing but remarks: there is nothing in it to run. */
export function isAllRemarks({ language, text }: CodeBlock): boolean {
  const lines = text.split('\n')
  return (
    SHELLS.has(language) &&
    lines.every((line) => line.trim() === '' || REMARK.test(line)) &&
    !hasPrompt(language, lines)
  )
}

/** The remarks of a script, each with its line. */
export function remarksOf({
  text,
  codeLine,
}: CodeBlock): readonly { readonly remark: string; readonly line: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const remark = REMARK.exec(line)?.[1]
    return remark === undefined ? [] : [{ remark, line: codeLine + index }]
  })
}

/** A warning: what one loses, what must hold first, what must not be done. It is shown wherever its command is. */
const WARNS =
  /\b(?:warning|caution|careful(?:ly)?|danger(?:ous)?|beware|attention|destructive|irreversibl[ey]|last resort|data[ -]?loss|downtime|outage|(?:lose|loses|losing|deletes|destroys|wipes|erases|overwrites|drops) |only (?:if|when|after|once|run|do|use)|make sure|do not|don['\u2019]t|never|cannot be undone|can(?:not|['\u2019]t) be (?:undone|restored|recovered)|before (?:you|running|doing))\b/i

/** "# Or restart all of them": what stands below is done instead of what stands above. */
export const IS_ANOTHER_WAY = /^(?:or\b|alternative(?:ly)?\b|(?:option|method|variant|way|approach) (?:\d|[A-Z]\b))/i

/** Whether a remark warns of what its command does. */
export function warns(remark: string): boolean {
  return WARNS.test(remark)
}

/** A remark of a script: its lines, and where they stand, counted from 0. */
type Remark = { readonly parts: string[]; readonly remark: string; readonly from: number; readonly to: number }

/** Remarks on lines that follow each other are one, unless a number begins the next. Those within a loop or a typed text belong to it. */
function wholeRemarks(lines: readonly string[]): readonly Remark[] {
  const found: { parts: string[]; from: number; to: number }[] = []
  const isWithin = linesWithin(lines)
  lines.forEach((line, index) => {
    const words = REMARK.exec(line)?.[1]?.trimEnd() ?? (IS_EMPTY_REMARK.test(line) ? '' : undefined)
    if (words === undefined || isWithin[index]) return
    const last = found.at(-1)
    if (last?.to !== index - 1 || NUMBERED_REMARK.test(words)) found.push({ parts: [words], from: index, to: index })
    else {
      last.to = index
      last.parts.push(words)
    }
  })
  return found.map((one) => ({ ...one, remark: joined(one.parts) })).filter(({ remark }) => remark !== '')
}

/** "# Expected result" below a command: what stands below it came out, and nobody types it. */
const NAMES_THE_OUTCOME =
  /^(?:(?:expected|example|sample|typical|normal) (?:output|results?|response|values?|state)|expected)\s*[:\uFF1A]?$/i

const namesTheOutcome = (remark: string): boolean =>
  NAMES_THE_OUTCOME.test(remark) || namesTheOutcomeInAnotherLanguage(remark)

/** A script without what it shows below "# Expected result", as what its command printed; undefined where it shows nothing so, or goes on behind it. */
export function commandAboveOutcome(language: string, text: string, line: number): Command | undefined {
  const lines = text.split('\n')
  const at = lines.findIndex((each, index) => index > 0 && namesTheOutcome(REMARK.exec(each)?.[1]?.trim() ?? ''))
  const typed = lines.slice(0, Math.max(0, at)).join('\n').trimEnd()
  const shown = lines.slice(at + 1)
  if (typed === '' || at < 0 || shown.every((each) => each.trim() === '') || shown.some(isTypedAgain)) return undefined
  return { language, text: typed, line, output: shown.join('\n').trim() }
}

const isTypedAgain = (line: string): boolean => REMARK.test(line) || isToolLine(line)

/** The lines of one remark: one that begins with a capital is a sentence of its own, unless the one above breaks off. Mere rules are left out. */
function joined(parts: readonly string[]): string {
  const output = parts.findIndex((part, index) => index > 0 && ANNOUNCES_OUTPUT.test(part))
  const told = parts.slice(0, output < 0 ? undefined : output).filter((part) => /[\p{L}\p{N}]/u.test(part))
  return told
    .map((part, index) => {
      const isSentence = /^\p{Lu}/u.test(told[index + 1] ?? '') && ENDS_A_LINE.test(part)
      return isSentence ? `${part}.` : part
    })
    .join(' ')
}

/** What came out stands below, each line behind the mark of a remark. */
const ANNOUNCES_OUTPUT = /^(?:(?:example|sample|expected|typical) )?output\s*[:\uFF1A]$/i
/** The call above, filled in. */
const IS_AN_EXAMPLE = /^(?:for )?(?:an )?examples?\s*[:\uFF1A.]?$/i

const ENDS_A_LINE =
  /[\p{L}\p{N})'"`](?<!\b(?:the|a|an|and|or|of|to|in|on|for|with|by|from|at|as|if|is|are|our|your|this|that|each|via|than|not))$/iu

/** A mark of a remark with nothing behind it, between two lines of one. */
const IS_EMPTY_REMARK = /^\s*(?:#+|--|\/\/)\s*$/

/** The remark a script begins with, which says what it is for; of several the one that asks for something. */
export function openingRemark({ language, text }: CodeBlock): string | undefined {
  if (!SHELLS.has(language)) return undefined
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const end = lines.findIndex((line) => !REMARK.test(line) && !IS_EMPTY_REMARK.test(line))
  const remarks = wholeRemarks(lines.slice(0, end < 0 ? undefined : end)).map(({ remark }) => remark)
  return remarks.find(asksForAction) ?? remarks[0]
}

/** A command with the remark above it, which says what it is for. */
type CommentedCommand = { readonly remark: string; readonly line: number; readonly command?: Command }

/**
 * The commands of a shell script in which each has a remark above it ("# 1. Check the scheduler"): authors write whole procedures that way.
 * Empty unless the script begins with a remark and holds at least two. A remark that asks for something needs no command when it has a number, holds
 * its query itself, or stands last. One straight below a command, with nothing below it, is about that command. A warning that stands alone goes with
 * the next command, or with the last one when none follows. A script with a place that is marked to be filled in is one.
 */
export function commentedCommands(block: CodeBlock): readonly CommentedCommand[] {
  const lines = block.text.split('\n')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (!SHELLS.has(block.language) || !REMARK.test(first) || hasPrompt(block.language, lines)) return []
  if (lines.some((line) => MARKS_A_PLACE.test(line))) return []
  const remarks = withoutClosingRemarks(wholeRemarks(lines), lines)
  const found: CommentedCommand[] = []
  let warnings: string[] = []
  let isTold = false
  for (const [index, each] of remarks.entries()) {
    const { remark, from, to } = each
    const text = lines.slice(to + 1, remarks[index + 1]?.from)
    const lead = text.findIndex((one) => one.trim() !== '')
    const line = block.codeLine + to
    const query = lead < 0 ? queryIn(each, block) : undefined
    const told = found.at(-1)
    if (told?.command && namesTheOutcome(remark) && !text.some(isTypedAgain)) {
      const output = text.join('\n').trim()
      if (output !== '') found.splice(-1, 1, { ...told, command: { ...told.command, output } })
      continue
    }
    if (found.length > 0 && IS_AN_EXAMPLE.test(remark)) continue
    isTold = lead < 0 && (isTold || TELLS_WHAT_IT_DOES.test(remark))
    const isOrphan =
      lead < 0 &&
      !isTold &&
      (query !== undefined ||
        isOrder(
          each,
          NUMBERED_REMARK.test(remark) || index === remarks.length - 1 || standsApart(each, remarks[index + 1], lines),
        ))
    if (lead >= 0) {
      const command = withoutAnswer(block.language, text.slice(lead).join('\n').trimEnd(), line + 1 + lead)
      if (onlyWarns(remark)) found.push(withWarning(lines.slice(from, to + 1), command, warnings))
      else found.push({ remark: joined([...warnings, remark]), line: command.line, command })
    } else if (isOrphan) found.push({ remark, line: block.codeLine + from, ...query })
    if (lead >= 0 || isOrphan) warnings = []
    else if (warns(remark)) warnings.push(remark)
  }
  const last = found.at(-1)
  if (last && warnings.length > 0) found.splice(-1, 1, { ...last, remark: joined([last.remark, ...warnings]) })
  return found.length >= 2 ? found : []
}

/** "This will:" above "1. Drain the relay" */
const TELLS_WHAT_IT_DOES =
  /^(?:this|it|the (?:script|command|call|job))(?: (?:script|command|call|job))? (?:will|does|performs)\b[^:]{0,40}:$/i

/** "# Fill this in ====>", "# <==== up to here" */
const MARKS_A_PLACE = /^\s*(?:#+|--|\/\/)\s+(?:<[-=]{3,} ?\w|\S.{0,120}\w ?[-=]{3,}>\s*$)/

/** A call, and what is told of it or was printed below: "What happens:". */
function withoutAnswer(language: string, text: string, line: number): Command {
  const [first, more] = answeredCommands(language, text, line) ?? []
  return first !== undefined && more === undefined ? first : { language, text, line }
}

/** "WARNING: this loads all rings again" says nothing of what is done: it stays with its command, which names the step. */
const onlyWarns = (remark: string): boolean => IS_A_WARNING.test(remark) && !asksForAction(remark)
const IS_A_WARNING = /^\W{0,3}(?:warning|caution|danger|attention|important)\b\s*[:!\u2013\u2014-]/i

function withWarning(lines: readonly string[], command: Command, warnings: readonly string[]): CommentedCommand {
  const whole = { ...command, text: [...lines, command.text].join('\n'), line: command.line - lines.length }
  return { remark: joined([...warnings, textOfCommand([whole])]), line: whole.line, command: whole }
}

/** Whether at least two remarks of a script ask for something, so that it is a procedure of its own. */
export function isScriptOfOrders(block: Block): block is CodeBlock {
  return block.type === 'code' && commentedCommands(block).filter(({ remark }) => asksForAction(remark)).length > 1
}

/** "Solution: raise the limit of the ring" */
const IS_A_REMEDY = /^(?:solution|fix|remedy|resolution)\s*[:\uFF1A]\s*\S/i

/** "Find the late ring" with nothing straight below: its author knew of no command for it. In front of numbers it only says what they are for. */
function standsApart({ parts, to }: Remark, next: Remark | undefined, lines: readonly string[]): boolean {
  const isApart = (lines[to + 1] ?? '').trim() === '' && next !== undefined && next.from === to + 2
  return (
    isApart && !NUMBERED_REMARK.test(next.remark) && (parts.every(beginsWithAction) || IS_A_REMEDY.test(parts[0] ?? ''))
  )
}

function isOrder({ remark, parts }: Remark, mayStandAlone: boolean): boolean {
  const words = remark.replace(NUMBERED_REMARK, '')
  return mayStandAlone && !IS_SHOWN.test(words) && asksIn(parts) && (NUMBERED_REMARK.test(remark) || !warns(remark))
}

/** Of "Common failures:" above "- log corruption", "- late ring" the line above the items asks, or most of these do. */
function asksIn(parts: readonly string[]): boolean {
  const items = parts.filter((part) => IS_AN_ITEM.test(part))
  const told = parts.slice(0, items[0] === undefined ? undefined : parts.indexOf(items[0]))
  const asking = items.filter((item) => asksForAction(item.replace(IS_AN_ITEM, '')))
  return asking.length * 2 > items.length || asksForAction(joined(told).replace(NUMBERED_REMARK, ''))
}

const IS_AN_ITEM = /^[-*\u2022]\s+/

/** "Expected output: drained" */
const IS_SHOWN = /^(?:expected|example|sample|output|results?|returns?|note)\b/i

/** "Server returns 200", "Should be empty", "Wait for: started": what comes of the command above. */
const TELLS_OF_RESULT =
  /^(?:expected|should|returns?|outputs?|prints?|shows?|results?|wait for|look for)\b(?! (?:the|a|an|all|any)\b)|^(?:\p{L}+ )?(?:returns|prints|outputs)\b/iu

/** Remarks but those straight below a command that have no command below themselves, or tell what it brings, or go on in front of the next number: what they say is about the command above. */
function withoutClosingRemarks(remarks: readonly Remark[], lines: readonly string[]): readonly Remark[] {
  return remarks.filter(({ remark, from, to }, index) => {
    const isBelowCommand = from > 0 && (lines[from - 1] ?? '').trim() !== ''
    const isAboveNothing = (lines[to + 1] ?? '').trim() === ''
    const isOfResult = TELLS_OF_RESULT.test(remark)
    const isCounted = (each: string): boolean => NUMBERED_REMARK.test(each)
    const goesOn = !isCounted(remark) && isCounted(remarks[index + 1]?.remark ?? '')
    const isOfAbove = isOfResult || goesOn || !asksForAction(remark)
    return !(isBelowCommand && isAboveNothing && isOfAbove && !warns(remark))
  })
}

/** "# Check the 429s", "# Query:", "#   rate(errors[5m])"; "# Purge it, then: relayctl open": what is typed may stand in the remark itself. */
function queryIn({ parts, from }: Remark, block: CodeBlock): Omit<CommentedCommand, 'line'> | undefined {
  const at = parts.findIndex((part, index) => LEADS_TO_QUERY.test(parts[index - 1] ?? '') && isToolLine(part))
  const line = block.codeLine + from
  if (at > 0) {
    const text = parts.slice(at).join('\n')
    const remark = joined(parts.slice(0, at)).replace(/\s*[:\uFF1A]$/, '')
    return { remark, command: { language: languageInPlainText('text', text), text, line: line + at } }
  }
  const [, words = '', typed = ''] = /^(.{3,120}?[:\uFF1A]) +(\S.*)$/.exec(parts.at(-1) ?? '') ?? []
  if (!asksForAction(words) || !isBareCommand(typed)) return undefined
  return { remark: joined(parts), command: { language: block.language, text: typed, line: line + parts.length - 1 } }
}

const LEADS_TO_QUERY =
  /\b(?:quer(?:y|ies)|promql|logql|sql|expressions?|commands?|run|check|execute)\b[^:]{0,30}[:\uFF1A]$/i

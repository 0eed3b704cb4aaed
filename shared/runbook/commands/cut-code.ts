import type { CodeBlock } from '../text/block.ts'
import { type BanOfCode, bansBehind, bansThis, pointsAbove } from '../words/bans.ts'
import { remarksOnTheRightWay, remarksOnTheWrongWay } from '../words/wrong-ways.ts'
import { isBareCommand } from './command-lines.ts'
import { linesWithin } from './open-lines.ts'

/** A remark alone on its line, in any language of code. */
const REMARK = /^\s*(?:#+|--+|\/\/+|\/\*+|REM\b|::|;+|<!--)\s*(?=\S)(.*?)(?:\*\/|-->|#+)?\s*$/i
/** "NEVER run the next line": of nothing below a blank line. */
const IS_OF_NEXT =
  /\b(?:next|following) (?:line|command|statement|query|one)\b|\b(?:line|command) (?:below|after this)\b/i
/** "Run this on the replica", "Instead:" below a ban. */
const ALLOWS = /^\W*(?:run|use|execute) (?:this|these)\b/i
const allows = (remark: string): boolean => ALLOWS.test(remark) || remarksOnTheRightWay(remark)
const BEHIND_CODE = /\S.*?\s(?:#+|\/\/|--)\s+(.*)$/

/**
 * The pieces of a block of code that nothing in it keeps from. A remark that does ("# DANGER: never run in production") holds as far as the next one
 * that does not, the first one of the block as far as one that says what to run instead, and one behind a command ("drain  # do not run this") on its line. `isLedTo` says that words lead to the code: then what is
 * forbidden in one place only is a caution. Of a block with a remark on what stands above it nothing is left: nobody can tell how far up that goes. The block
 * itself where nothing is cut.
 */
export function allowedCode(block: CodeBlock, isLedTo: boolean): readonly CodeBlock[] {
  if (!MAY_BAN.test(block.text)) return [block]
  const lines = block.text.split('\n')
  const isCut = cutLines(lines, isLedTo)
  if (!isCut.includes(true)) return [block]
  return stretchesOf(isCut).flatMap(([from, to]) => {
    const own = lines.slice(from, to)
    const text = own.join('\n')
    return own.every((line) => line.trim() === '' || REMARK.test(line))
      ? []
      : [{ ...block, text, codeLine: block.codeLine + from }]
  })
}

/** Without such letters no remark forbids: English, or letters that it does not have, or a word of some other language with a table. */
const MAY_BAN =
  /not\b|n['\u2019]t\b|never|forbid|prohibit|circumstances|wrong|bad\b|buggy|broken|faulty|vulnerable|incorrect|anti-?pattern|[^\0-\x7f]|\b(?:nicht|nie|niemals|jamais|ne|nunca|mai|no|non|nooit|niet|asla|nikdy|keinesfalls)\b/i

function cutLines(lines: readonly string[], isLedTo: boolean): readonly boolean[] {
  const isWithin = linesWithin(lines)
  let isForbidden = false
  let isInRemark = false
  let isOpening = true
  let isOfAll = false
  let isOfNext = false
  let isBelowCode = false
  let isOfAbove = false
  const isCut = lines.map((line, index) => {
    const words = isWithin[index] ? undefined : REMARK.exec(line)?.[1]
    if (words !== undefined) {
      if (!isInRemark) {
        const told = remarkAt(lines, index)
        const isApart = (lines[index - 1] ?? '').trim() === ''
        const ban = isApart && tellsOfTheWrongWay(told) ? 'everywhere' : bansIn(told)
        isForbidden = (isOfAll && !allows(told.join(' '))) || holds(ban, isLedTo)
        isOfAbove ||= isForbidden && told.some((each) => pointsAbove(each) && bansThis(each) !== undefined)
        isOfNext = ban !== undefined && IS_OF_NEXT.test(told.join(' '))
        isOfAll ||= isOpening && ban === 'everywhere' && !isOfNext
      }
      isInRemark = true
      isBelowCode = false
      isOpening = false
      return isForbidden
    }
    const isBlank = line.trim() === ''
    if (isOfNext && isBlank && isBelowCode && isWithin[index] !== true) isForbidden = isOfAll
    isBelowCode ||= !isBlank
    isInRemark = false
    isOpening &&= isBlank
    const behind = isWithin[index] ? undefined : BEHIND_CODE.exec(line)?.[1]
    return isForbidden || (behind !== undefined && bansBesideIt(cutCase(behind), isLedTo))
  })
  return isOfAbove ? lines.map(() => true) : isCut
}

/** "DO NOT RUN unless told": among other commands it would be run with them. */
const cutCase = (remark: string): string => remark.replace(/\s(?:unless|without)\b.*$/i, '')

const bansBesideIt = (remark: string, isLedTo: boolean): boolean =>
  bansBehind(remark) || holds(bansThis(remark), isLedTo)

/** "# WRONG (reads the old file)" apart from what stands above; not "# Bad: 1" below "# Good: 0", which tells of a result. */
const tellsOfTheWrongWay = ([first = '', ...rest]: readonly string[]): boolean =>
  remarksOnTheWrongWay(first) && !rest.some(remarksOnTheRightWay)

/** The lines of a remark that begins at a place. */
function remarkAt(lines: readonly string[], from: number): readonly string[] {
  const told: string[] = []
  for (let at = from; at < lines.length; at += 1) {
    const words = REMARK.exec(lines[at] ?? '')?.[1]
    if (words === undefined) break
    told.push(words)
  }
  return told
}

function bansIn(remark: readonly string[]): BanOfCode | undefined {
  const told = remark.filter((line) => !namesItsCode(line))
  return told.map(bansThis).find((ban) => ban !== undefined) ?? bansThis(told.join(' '))
}

/** "# do not run: relayctl drop" keeps from what it names, and not from what stands below it. */
const namesItsCode = (remark: string): boolean => isBareCommand(/[:\uFF1A]\s+(\S.*)$/.exec(remark)?.[1] ?? '')

const holds = (ban: BanOfCode | undefined, isLedTo: boolean): boolean =>
  ban === 'everywhere' || (ban === 'somewhere' && !isLedTo)

/** The runs of lines that are not cut, each from its first to the line behind its last. */
function stretchesOf(isCut: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  isCut.forEach((isOut, index) => {
    const last = found.at(-1)
    if (isOut) return
    if (last?.[1] === index) last[1] = index + 1
    else found.push([index, index + 1])
  })
  return found
}

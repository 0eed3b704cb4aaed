import type { CodeBlock } from './block.ts'
import { PROMPT, REMARK } from './command-lines.ts'
import { SHELLS } from './command-words.ts'
import type { Command } from './runbook.ts'
import { asksForAction } from './sentences.ts'

const NUMBERED_REMARK = /^\d{1,2}[.)]\s+/

/** A block of a script language that holds nothing but remarks: there is nothing in it to run. */
export function isAllRemarks({ language, text }: CodeBlock): boolean {
  return SHELLS.has(language) && text.split('\n').every((line) => line.trim() === '' || REMARK.test(line))
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

/** The remark a script begins with, which says what it is for; of several lines the one that asks for something. */
export function openingRemark({ language, text }: CodeBlock): string | undefined {
  if (!SHELLS.has(language)) return undefined
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const end = lines.findIndex((line) => !REMARK.test(line))
  const remarks = lines.slice(0, end < 0 ? undefined : end).flatMap((line) => REMARK.exec(line)?.[1] ?? [])
  return remarks.find(asksForAction) ?? remarks[0]
}

/** A command with the remark above it, which says what it is for. */
type CommentedCommand = { readonly remark: string; readonly line: number; readonly command?: Command }

/**
 * The commands of a shell script in which each has a remark above it ("# 1. Check the scheduler"): authors write whole procedures that way.
 * Empty unless the script begins with a remark and holds at least two. A numbered remark that asks for something needs no command.
 */
export function commentedCommands(block: CodeBlock): readonly CommentedCommand[] {
  const lines = block.text.split('\n')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (!SHELLS.has(block.language) || !REMARK.test(first) || lines.some((line) => PROMPT.test(line))) return []
  const groups: { remark: string; text: string[]; line: number }[] = []
  lines.forEach((line, index) => {
    const remark = REMARK.exec(line)?.[1]
    if (remark !== undefined) groups.push({ remark, text: [], line: block.codeLine + index + 1 })
    else groups.at(-1)?.text.push(line)
  })
  const found = groups.flatMap(({ remark, text, line }): CommentedCommand[] => {
    const lead = text.findIndex((one) => one.trim() !== '')
    const orphan = NUMBERED_REMARK.test(remark) && asksForAction(remark.replace(NUMBERED_REMARK, ''))
    if (lead < 0) return orphan ? [{ remark, line: line - 1 }] : []
    const command = { language: block.language, text: text.slice(lead).join('\n').trimEnd(), line: line + lead }
    return [{ remark, line: command.line, command }]
  })
  return found.length >= 2 ? found : []
}

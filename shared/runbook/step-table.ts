import type { Block, Inline, TableBlock } from './block.ts'
import { inlineCommand } from './read-commands.ts'
import { NO_INLINE } from './read-inline.ts'
import type { Command } from './runbook.ts'

/** A row of a table as a step. */
export type StepRow = {
  readonly text: string
  readonly prose: string
  readonly commands: Command[]
  readonly line: number
}

type Columns = {
  readonly action: number | undefined
  readonly when: number | undefined
  readonly command: number | undefined
}

const ACTION =
  /^(?:actions?|what to do|task|fix|quick fix|resolution|remedy|remediation|mitigation|solution|procedure|do|response|instructions?)$/i
const STEP = /^(?:steps?|check)$/i
const WORDS = /^(?:what|to ?do|description)$/i
const WHEN = /^(?:symptoms?|problem|issue|if|when|error|failure|failure mode|scenario|condition|you see|alert)$/i
const COMMAND = /^(?:commands?|cmd|run|query|sql|shell)$/i
const ONLY_NUMBER = /^\W*\d*\W*$/

/** Whether a table tells what to do: it has a column of actions, steps, fixes or commands. */
export function isStepTable(block: Block): block is TableBlock {
  if (block.type !== 'table') return false
  const { action, command } = columnsOf(block)
  return action !== undefined || command !== undefined
}

/** The rows of such a table: "symptom: fix" where both are there, with the commands of the row. */
export function stepRows(table: TableBlock): StepRow[] {
  const columns = columnsOf(table)
  return table.rows.flatMap((row): StepRow[] => {
    const cell = (column: number | undefined): Inline => row.cells[column ?? -1] ?? NO_INLINE
    const commandCell = cell(columns.command)
    const action = cell(columns.action)
    const words = [cell(columns.when).text, action.text].filter((text) => text !== '')
    const text = words.join(': ') || commandCell.text
    if (text === '') return []
    const others = row.cells.filter((other) => other !== commandCell).flatMap(({ codes }) => codes)
    const commands = [
      ...others.flatMap((code) => inlineCommand(code, row.line) ?? []),
      ...commandCell.codes.map((code) => ({ language: 'sh', text: code.trim().replace(/^\$ /, ''), line: row.line })),
    ]
    return [{ text, prose: action.prose, commands, line: row.line }]
  })
}

function columnsOf(table: TableBlock): Columns {
  const find = (pattern: RegExp) => {
    const index = table.header.findIndex(({ text }) => pattern.test(text))
    return index < 0 ? undefined : index
  }
  const command = find(COMMAND)
  const named = find(ACTION) ?? find(STEP) ?? (command === undefined ? undefined : find(WORDS))
  const action = named !== undefined && isNumbering(table, named) ? named + 1 : named
  const when = find(WHEN)
  return {
    action: action !== undefined && action < table.header.length ? action : undefined,
    when: when === action ? undefined : when,
    command,
  }
}

function isNumbering(table: TableBlock, column: number): boolean {
  return table.rows.every(({ cells }) => ONLY_NUMBER.test(cells[column]?.text ?? ''))
}

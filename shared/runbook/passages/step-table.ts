import { inlineCommand, isShellCommand } from '../commands/command-lines.ts'
import { commandsIn } from '../commands/span-commands.ts'
import type { Command } from '../runbook.ts'
import type { Inline, TableBlock } from '../text/block.ts'
import { NO_INLINE } from '../text/read-inline.ts'
import { saysNothingIsToDo } from '../words/nothing-to-do.ts'
import { asksForAction } from '../words/sentences.ts'
import { columnsOf, holdsWhatIsTyped, isColumnOfCalls } from './table-columns.ts'

/** A row of a table as a step. */
export type StepRow = {
  readonly text: string
  readonly prose: string
  readonly commands: Command[]
  readonly line: number
  /** One below the row that it belongs to. */
  readonly depth: number
}

/**
 * The rows of a table of steps: "symptom: fix" where both are there, with the commands of the row. What to type if that fails is a step below it: among
 * the other commands nobody could tell when it is right.
 */
export function stepRows(table: TableBlock): StepRow[] {
  const columns = columnsOf(table)
  return table.rows.flatMap((row): StepRow[] => {
    const cell = (column: number | undefined): Inline => row.cells[column ?? -1] ?? NO_INLINE
    const labelledCell = (column: number) => {
      const { text } = cell(column)
      return text === '' ? '' : `${table.header[column]?.text ?? ''}: ${text}`
    }
    const commandCell = cell(columns.command)
    const action = cell(columns.action)
    const isNone = !/[\p{L}\p{N}]/u.test(action.text) || (saysNothingIsToDo(action.text) && !asksForAction(action.text))
    if (isNone && commandCell.text === '') return []
    const place = commandCell.codes.length === 0 ? commandCell.text : ''
    const told = isOnlyAName(columns.action === undefined ? commandCell : action) ? cell(columns.told).text : ''
    const words = [cell(columns.when).text.replace(/\.$/, ''), action.text, place, told].filter((text) => text !== '')
    const said = words.join(': ') || commandCell.text
    if (said === '') return []
    const isStep = (column: number) => commandsIn(cell(column), row.line).length > 0
    const notes = [
      ...columns.rightWhen.map((column) => cell(column).text),
      ...[...columns.labelled, ...columns.instead.filter((column) => !isStep(column))].map(labelledCell),
    ].filter((each) => each !== '')
    const text = notes.length === 0 ? said : `${said} (${notes.join('; ')})`
    const isCalls =
      columns.command === undefined && columns.action !== undefined && isColumnOfCalls(table, columns.action)
    const others = row.cells.filter(
      (other, column) =>
        other !== commandCell && !(isCalls && other === action) && holdsWhatIsTyped(table, columns, column, other),
    )
    const name = table.header[columns.command ?? -1]?.text ?? ''
    const commands = [
      ...(isCalls ? commandsOf(action, '', row.line) : []),
      ...others.flatMap((other) => commandsIn(other, row.line)),
      ...commandsOf(commandCell, name, row.line),
    ]
    const below = columns.instead.filter(isStep).map((column) => ({
      text: labelledCell(column),
      prose: cell(column).prose,
      commands: [...commandsIn(cell(column), row.line)],
      line: row.line,
      depth: 1,
    }))
    return [{ text, prose: action.prose, commands, line: row.line, depth: 0 }, ...below]
  })
}

/** Everything marked as code in a column of commands is one; after the first a lone word only names something. */
function commandsOf({ codes }: Inline, column: string, line: number): Command[] {
  return codes
    .map((code) => code.trim().replace(/^\$ /, ''))
    .filter((text, index) => index === 0 || /\s/.test(text))
    .map((text) => ({ language: languageOf(text, column, line), text, line }))
}

/** What stands in a column of queries is for no shell, unless it begins with a tool of one. */
function languageOf(text: string, column: string, line: number): string {
  const told = inlineCommand(text, line)?.language ?? 'sh'
  return told === 'sh' && IS_OF_QUERIES.test(column) && !isShellCommand(text) ? 'query' : told
}

const IS_OF_QUERIES = /\b(?:query|sql)\b/i

/** A link and nothing else: it says where, and not what for. */
function isOnlyAName({ text, links }: Inline): boolean {
  const words = links.map((link) => link.text).join('')
  return words !== '' && text.replace(/[^\p{L}\p{N}]/gu, '') === words.replace(/[^\p{L}\p{N}]/gu, '')
}

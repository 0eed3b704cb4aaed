import { join } from 'node:path'
import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import { refusalWords } from '../../shared/contract/refusal-words.ts'
import type { RunbookCheckContext } from '../../shared/runbook/lint/check-context.ts'
import { fixRunbook, type RunbookFix } from '../../shared/runbook/lint/fix-runbook.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import { editFileIn, type FileAsItIs, readFileToEdit } from '../host/edit-workspace-file.ts'
import { sha256OfText } from '../host/library-document.ts'
import { refuse } from '../host/refuse.ts'
import type { Gathered } from './gather-runbooks.ts'
import { dataFolderAround } from './place-to-write.ts'
import type { Terminal } from './terminal.ts'
import { shownPath } from './within-folder.ts'

/** How mending went: whether something was written, and how many files should have been and were not. */
export type Mended = { readonly isWritten: boolean; readonly refused: number }

function showDifference(path: string, { text }: Runbook, { edits }: RunbookFix, terminal: Terminal): void {
  const before = text.split(/\r\n|\n|\r/)
  for (const edit of edits) {
    terminal.error(`${path}:${edit.line}: ${edit.rule}`)
    terminal.error(`  - ${before[edit.line - 1] ?? ''}`)
    terminal.error(`  + ${edit.text}`)
  }
}

/** A refusal names the file from its folder; here it is named as whoever reads the terminal can open it. */
function whyNot({ message, hint }: Refusal, path: string, shown: string): string {
  const said = message.startsWith(`${path} `) ? `${shown}${message.slice(path.length)}` : `${shown}: ${message}`
  return refusalWords({ message: said, hint })
}

/** A file to mend; none of a data folder, whose evidence is proof as it stands. */
function fileToMend(folder: string, path: string): Reply<FileAsItIs> {
  const readable = readFileToEdit(folder, path)
  const dataFolder = readable.ok ? dataFolderAround(join(folder, path)) : null
  if (dataFolder === null) return readable
  return refuse('notAllowed', `${path} lies in the data folder ${dataFolder}, where incidents are kept.`, 'It is kept.')
}

/**
 * Mends what is safe, the difference shown first (R8). A file that is not UTF-8, that may not be written or that changed meanwhile is named and left as it is,
 * and the others go on. With `isDry` nothing is written.
 */
export function mendRunbooks(
  gathered: Gathered,
  context: RunbookCheckContext,
  isDry: boolean,
  terminal: Terminal,
): Mended {
  let lines = 0
  let refused = 0
  for (const runbook of gathered.runbooks) {
    const fix = fixRunbook(runbook, context)
    if (fix.edits.length === 0) continue
    const { folder } = gathered
    const shown = shownPath(folder, runbook.path)
    const readable = fileToMend(folder, runbook.path)
    if (readable.ok) showDifference(shown, runbook, fix, terminal)
    const reply =
      isDry || !readable.ok
        ? readable
        : editFileIn(folder, runbook.path, sha256OfText(runbook.text), () => ({ ok: true, value: fix.text }))
    if (reply.ok) {
      lines += fix.edits.length
      continue
    }
    refused += 1
    terminal.error(whyNot(reply.error, runbook.path, shown))
  }
  const done = isDry ? 'could be mended; nothing was written' : 'mended'
  terminal.error(`${lines} ${lines === 1 ? 'line' : 'lines'} ${done}`)
  if (refused > 0)
    terminal.error(
      `${refused} ${refused === 1 ? 'file was' : 'files were'} left as ${refused === 1 ? 'it is' : 'they are'}`,
    )
  return { isWritten: lines > 0 && !isDry, refused }
}

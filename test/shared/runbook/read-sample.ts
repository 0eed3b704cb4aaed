import { readFileSync } from 'node:fs'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import type { Runbook } from '../../../shared/runbook/runbook.ts'

const folder = new URL('../../../fixtures/foreign-runbooks/', import.meta.url)

/** A sample of a foreign house style, read from fixtures. */
export function readSample(path: string): Runbook {
  return parseRunbook({ path, text: readFileSync(new URL(path, folder), 'utf8') })
}

/** A runbook from lines of text. */
export function runbookOf(...lines: string[]): Runbook {
  return parseRunbook({ path: 'runbooks/sample.md', text: lines.join('\n') })
}

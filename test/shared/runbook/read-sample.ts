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

/** The texts of the steps of a runbook from lines of text. */
export const stepTexts = (...lines: string[]): string[] => runbookOf(...lines).steps.map(({ text }) => text)

/** A block of code with the empty lines around it. */
export const codeBlock = (language: string, ...lines: string[]): string[] => [
  '',
  `\`\`\`${language}`,
  ...lines,
  '```',
  '',
]

/** A block of shell code that belongs to an item of a list. */
export const codeOfItem = (...lines: string[]): string[] =>
  codeBlock('sh', ...lines).map((line) => (line === '' ? '' : `   ${line}`))

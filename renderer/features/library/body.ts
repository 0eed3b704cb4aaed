import type { Runbook } from '../../../shared/runbook/runbook.ts'
import { sourceLines } from '../../../shared/runbook/text/source-lines.ts'

/** What of a document is rendered as prose, and the line of the file on which it begins. */
export type Body = { readonly body: string; readonly firstLine: number }

/** The text without its front matter and without the heading that already stands above it as its title; every line keeps its number. */
export function bodyOf({ text, title, frontMatter, parts }: Runbook): Body {
  const lines = sourceLines(text)
  const named = parts.find(({ level, heading }) => level === 1 && heading.trim() === title.trim())
  const titleLine = named === undefined ? undefined : lines[named.line - 1]
  if (named !== undefined && titleLine !== undefined && /^ {0,3}#\s/.test(titleLine)) lines[named.line - 1] = ''
  return { body: lines.slice(frontMatter.endLine).join('\n'), firstLine: frontMatter.endLine + 1 }
}

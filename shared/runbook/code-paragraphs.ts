import type { Block } from './block.ts'
import { inlineCommand } from './command-lines.ts'

/** A paragraph that is nothing but a command, or nothing but code below a line that leads to it, is a code block somebody wrote in one line (R3). */
export function withCodeParagraphs(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (block.type !== 'paragraph') return block
    const { text, codes } = block.inline
    const [code = ''] = codes
    const before = blocks[index - 1]
    const isLedTo = before?.type === 'paragraph' && /[:\uFF1A]$/.test(before.inline.text)
    if (codes.length !== 1 || code.trim() !== text || !(isLedTo || inlineCommand(code, block.line))) return block
    const { line, endLine } = block
    return { type: 'code', language: '', text: code.trim(), codeLine: line, line, endLine }
  })
}

import type { Block } from './block.ts'
import { inlineCommand } from './command-lines.ts'

/** A paragraph that is nothing but a command, or nothing but code below a line that leads to it, is a code block somebody wrote in one line (R3). */
export function withCodeParagraphs(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, index) => !isAsideAboveCode(block, blocks[index - 1], blocks[index + 1])).map(asCode)
}

/** "(the number may differ)" between the line that leads to code and the code. */
function isAsideAboveCode(block: Block, before: Block | undefined, next: Block | undefined): boolean {
  if (block.type !== 'paragraph' || before?.type !== 'paragraph' || next?.type !== 'code') return false
  return /^\(.*\)[.:]?$/.test(block.inline.text) && /[:\uFF1A]$/.test(before.inline.text)
}

function asCode(block: Block, index: number, blocks: readonly Block[]): Block {
  if (block.type !== 'paragraph') return block
  const { text, codes } = block.inline
  const [code = ''] = codes
  const before = blocks[index - 1]
  const isLedTo = before?.type === 'paragraph' && /[:\uFF1A]$/.test(before.inline.text)
  if (codes.length !== 1 || code.trim() !== text || !(isLedTo || inlineCommand(code, block.line))) return block
  const { line, endLine } = block
  return { type: 'code', language: '', text: code.trim(), codeLine: line, line, endLine }
}

import type { Block, CodeBlock, ListBlock, ListItem } from './block.ts'
import { NO_INLINE } from './read-inline.ts'

/** Blocks of code one straight below another, each with a label of its own ("bash [npm]"), as the tabs they are shown as: one follows one of them (R3). */
export function withCodeGroups(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  let group: CodeBlock[] = []
  const close = (): void => {
    out.push(...(group.length > 1 ? [asTabs(group)] : group))
    group = []
  }
  for (const block of blocks) {
    if (block.type === 'code' && block.label !== undefined) group.push(block)
    else {
      close()
      out.push(block)
    }
  }
  close()
  return out
}

function asTabs(group: readonly CodeBlock[]): ListBlock {
  const items = group.map((code): ListItem => {
    const { line, endLine, label = '' } = code
    const inline = { ...NO_INLINE, text: label, prose: label }
    return { blocks: [{ type: 'paragraph', inline, line, endLine: line }, code], task: 'none', line, endLine }
  })
  return {
    type: 'list',
    ordered: false,
    isChoice: true,
    items,
    line: group[0]?.line ?? 1,
    endLine: group.at(-1)?.endLine ?? 1,
  }
}

import type { Block, CodeBlock, ListBlock, ListItem } from './block.ts'
import { NO_INLINE } from './read-inline.ts'

/** The name of a tab has few words ("npm", "Docker Compose"); more of them say what is to be done ("Release the blocked worker"). */
const MOST_WORDS_OF_A_TAB = 3

/** Blocks of code one straight below another, each with a label of its own ("bash [npm]"), as the tabs they are shown as: one follows one of them (R3). What their labels say is done in turn. */
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
  const isChoice = group.every(({ label = '' }) => label.split(/\s+/).length <= MOST_WORDS_OF_A_TAB)
  return {
    type: 'list',
    ordered: !isChoice,
    isChoice,
    items,
    line: group[0]?.line ?? 1,
    endLine: group.at(-1)?.endLine ?? 1,
  }
}

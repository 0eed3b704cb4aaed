import type { Block, ListBlock, ListItem, ParagraphBlock } from './block.ts'

type OpenItem = { blocks: Block[]; task: ListItem['task']; line: number; endLine: number }
/** A block of which the end is told later. */
type Summary = { -readonly [Key in keyof ParagraphBlock]: ParagraphBlock[Key] }

/** More `<details>` within each other than any page has. */
const MOST_FOLDS = 20

type OpenList = { ordered: boolean; items: OpenItem[]; line: number; openItem: OpenItem | undefined }

/**
 * Collects blocks in document order and knows which list item of an HTML list is open, because Markdown may stand between
 * `<li>` and `</li>` and an HTML list may be cut by blank lines. A heading closes what was left open.
 */
export class BlockSink {
  readonly root: Block[] = []
  private readonly lists: OpenList[] = []
  /** What each `<details>` that is open shows, once it is known. */
  private readonly folds: { shown?: Summary }[] = []

  add(block: Block): void {
    if (block.type === 'heading') this.closeAll(block.line)
    const item = this.lists.at(-1)?.openItem
    if (item) {
      item.blocks.push(block)
      item.endLine = Math.max(item.endLine, block.endLine)
    } else this.root.push(block)
  }

  openFold(): void {
    if (this.folds.length < MOST_FOLDS) this.folds.push({})
  }

  /** Adds what the open `<details>` shows. */
  addSummary(block: ParagraphBlock): void {
    const fold = this.folds.at(-1)
    if (fold === undefined || fold.shown !== undefined) {
      this.add(block)
      return
    }
    fold.shown = { ...block }
    this.add(fold.shown)
  }

  closeFold(line: number): void {
    const shown = this.folds.pop()?.shown
    if (shown !== undefined) shown.foldEnd = line
  }

  openList(ordered: boolean, line: number): void {
    if (this.lists.length < 50) this.lists.push({ ordered, items: [], line, openItem: undefined })
  }

  openItem(line: number): void {
    if (this.lists.length === 0) this.openList(false, line)
    const list = this.lists.at(-1)
    if (!list) return
    const item: OpenItem = { blocks: [], task: 'none', line, endLine: line }
    list.items.push(item)
    list.openItem = item
  }

  /** Marks the open item as a box to tick. */
  setTask(task: ListItem['task']): void {
    const item = this.lists.at(-1)?.openItem
    if (item) item.task = task
  }

  closeItem(line: number): void {
    const list = this.lists.at(-1)
    if (!list?.openItem) return
    list.openItem.endLine = Math.max(list.openItem.endLine, line)
    list.openItem = undefined
  }

  closeList(line: number): void {
    this.closeItem(line)
    const list = this.lists.pop()
    if (!list || list.items.length === 0) return
    const block: ListBlock = {
      type: 'list',
      ordered: list.ordered,
      items: list.items,
      line: list.line,
      endLine: Math.max(line, list.line),
    }
    this.add(block)
  }

  closeAll(line: number): void {
    while (this.lists.length > 0) this.closeList(line)
  }
}

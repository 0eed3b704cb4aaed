/** Tags of components, alone on their line, whose content is set in: `<Step title="Restart it">`. */
const OPENS = /^\s*<([A-Z]\w{0,40})(?:\s[^\n]{0,500})?>\s*$/
const CLOSES = /^\s*<\/([A-Z]\w{0,40})>\s*$/
/** What only the builder of a page of components reads, beside its text. */
const MODULE_LINE =
  /^(?:import\s+(?:[\w*{}$,\s]{1,200}\s+from\s+)?["'][^"'\n]{1,300}["'];?|export\s+(?:const|let|default|function)\s[^\n]{0,500})\s*$/
/** More components within each other than any page has. */
const MOST_OPEN = 50

/** Whether a line of a page of components is `import` or `export`, and no text (R4). */
export function isModuleLine(line: string): boolean {
  return MODULE_LINE.test(line)
}

type Component = { readonly name: string; readonly indent: number; shift: number | undefined }

/** How far the content of components is set in beyond their tags: Markdown would take it for code (R4). Lines are given in order, those of a fence too. */
export class ComponentTags {
  private open: Component[] = []

  /** How far a line is to be moved left. `isCode` says that it stands in a fence, where a tag is none. */
  shiftOf(line: string, indent: number, isCode: boolean): number {
    if (line.trim() === '') return 0
    const closed = isCode ? undefined : CLOSES.exec(line)?.[1]
    const at = closed === undefined ? -1 : this.open.findLastIndex(({ name }) => name === closed)
    if (at >= 0) this.open.splice(at)
    const last = this.open.at(-1)
    if (last && last.shift === undefined) last.shift = Math.max(0, indent - last.indent)
    const shift = this.open.reduce((sum, component) => sum + (component.shift ?? 0), 0)
    const name = isCode || line.includes('/>') || line.includes('</') ? undefined : OPENS.exec(line)?.[1]
    if (name !== undefined && this.open.length < MOST_OPEN) this.open.push({ name, indent, shift: undefined })
    return shift
  }
}

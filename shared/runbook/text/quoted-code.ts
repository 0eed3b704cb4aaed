const MARK = /^(\s*)``\s*$/

/**
 * The lines with code that stands between two back quotes on lines of their own as a fence: people write so, and Markdown makes one run of words of it
 * (R4). One line in, one line out.
 */
export function fenceQuotedCode(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => MARK.test(line))) return lines
  const out = [...lines]
  let open: number | undefined
  lines.forEach((line, index) => {
    // It ends with its paragraph.
    if (line.trim() === '') open = undefined
    if (!MARK.test(line)) return
    if (open === undefined) {
      open = index
      return
    }
    for (const at of [open, index]) out[at] = (lines[at] ?? '').replace('``', '```')
    open = undefined
  })
  return out
}

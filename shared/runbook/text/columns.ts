/** A tab goes on to the next column that is a multiple of this (CommonMark 2.2). */
const TAB = 4

const widthOf = (blank: string, column: number): number => (blank === '\t' ? TAB - (column % TAB) : 1)

/** How far a line is set in, in columns. */
export function indentOf(line: string): number {
  let column = 0
  for (const blank of /^\s*/.exec(line)?.[0] ?? '') column += widthOf(blank, column)
  return column
}

/** A line moved left by so many columns, at most to the margin. Tabs that go on to the same columns as before stay: in code they may be meant. */
export function movedLeft(line: string, columns: number): string {
  let [at, column] = [0, 0]
  while (column < columns && /\s/.test(line.charAt(at))) {
    column += widthOf(line.charAt(at), column)
    at += 1
  }
  const cut = Math.min(columns, column)
  const isEven = cut % TAB === 0 && column === cut
  return isEven ? line.slice(at) : ' '.repeat(indentOf(line) - cut) + line.trimStart()
}

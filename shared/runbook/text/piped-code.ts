const ROW = /^\s*\|.*\|\s*$/
const CODE = /`[^`]*`/g

/**
 * A row of a table in which code holds a pipe ("`ps aux | grep ring`"): Markdown would cut the code there and drop the last cell. The author meant one
 * command, so its pipes get the mark that keeps them.
 */
export function withPipesInCode(line: string): string {
  return ROW.test(line) ? line.replace(CODE, (code) => code.replace(/(?<!\\)\|/g, '\\|')) : line
}

/** A stretch of a command: as written, or a `<name>` for somebody to fill in. */
export type CommandPart = { readonly text: string; readonly name: string | null }

const PLACEHOLDER = /<([a-z][\w-]{0,40})>/gi

/** Cuts a command at its placeholders. */
export function partsOfCommand(command: string): readonly CommandPart[] {
  const parts: CommandPart[] = []
  let from = 0
  for (const found of command.matchAll(PLACEHOLDER)) {
    if (found.index > from) parts.push({ text: command.slice(from, found.index), name: null })
    parts.push({ text: found[0], name: found[1] ?? null })
    from = found.index + found[0].length
  }
  if (from < command.length) parts.push({ text: command.slice(from), name: null })
  return parts
}

/** The names that some commands leave open, each once, in the order of their appearance. */
export const placeholdersOf = (commands: readonly string[]): readonly string[] => [
  ...new Set(commands.flatMap((command) => partsOfCommand(command).flatMap(({ name }) => name ?? []))),
]

/** The value given for a name, or nothing. `constructor` is an ordinary name here, never what every object inherits. */
export const valueGiven = (values: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(values, name) ? (values[name] ?? '') : ''

/** The command with the values known so far put in; an open name stays as written, so that nothing runs by half. */
export const filledCommand = (command: string, values: Readonly<Record<string, string>>): string =>
  partsOfCommand(command)
    .map(({ text, name }) => (name === null ? text : valueGiven(values, name).trim() || text))
    .join('')

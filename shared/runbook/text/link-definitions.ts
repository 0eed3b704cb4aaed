const DEFINITION = /^ {0,3}\[([^\][\n]{1,200})\]: +<?(\S{1,2000}?)>?(?: +["'(].*)?$/
const REFERENCE = /(?<!\])\[([^\][]{1,300})\](?:\[([^\][\n]{0,200})\])?(?![[(:])/g

const definitionsRead = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

function definitionsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const known = definitionsRead.get(lines)
  if (known) return known
  const found = new Map<string, string>()
  for (const line of lines) {
    const [, name, target] = DEFINITION.exec(line) ?? []
    if (name !== undefined && target !== undefined && !found.has(nameOf(name))) found.set(nameOf(name), target)
  }
  definitionsRead.set(lines, found)
  return found
}

const nameOf = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * Words of a file with the links in them written out, whose targets stand elsewhere in it ("[the board][1]"): taken out of the file they would lead
 * nowhere. `lines` are those of the file.
 */
export function withTargets(words: string, lines: readonly string[]): string {
  const definitions = definitionsOf(lines)
  if (definitions.size === 0 || !words.includes('[')) return words
  return words.replace(REFERENCE, (whole, text: string, label: string | undefined) => {
    const target = definitions.get(nameOf(label === undefined || label === '' ? text : label))
    return target === undefined ? whole : `[${text}](${target})`
  })
}

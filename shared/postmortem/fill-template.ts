const placeholder = /\{\{[ \t]*([a-z][a-z-]*)[ \t]*\}\}/g

/** A template's own front matter would stand under ours as a table of nothing: it goes. */
const withoutFrontMatter = (template: string): string => template.replace(/^---\n[\s\S]*?\n---\n/, '')

/**
 * A template with its placeholders replaced, in one pass, so that somebody's `{{text}}` is never expanded again.
 * Names that it does not know stay as they were, to be seen. Also says which names the template used.
 */
export function fillTemplate(
  template: string,
  parts: ReadonlyMap<string, string>,
): { readonly text: string; readonly used: ReadonlySet<string> } {
  const used = new Set<string>()
  const text = withoutFrontMatter(template.replace(/\r\n?/g, '\n')).replace(placeholder, (whole, name: string) => {
    const part = parts.get(name)
    if (part === undefined) return whole
    used.add(name)
    return part
  })
  return { text, used }
}

/** The placeholders of a template that mean nothing, so that whoever wrote it is told. */
export function unknownPlaceholders(template: string, known: Iterable<string>): readonly string[] {
  const names = new Set(known)
  const found = [...template.matchAll(placeholder)].map((match) => match[1] ?? '')
  return [...new Set(found.filter((name) => !names.has(name)))]
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')

/** A heading as an id: letters and digits of any script, and a hyphen for the blanks between them. */
export function slugOf(text: string): string {
  return lettersOf(text).trim().replace(/\s+/g, '-')
}

/** The name by which GitHub links to a heading: each blank is a hyphen, so that "A & B" is `a--b`. */
export function anchorOf(heading: string): string {
  return lettersOf(heading.trim()).replace(/\s/g, '-')
}

/** What the names of a heading for links have in common: GitHub leaves hyphens side by side, MkDocs and Hugo make one of them. */
export function plainAnchor(name: string): string {
  return slugOf(name)
    .replace(/\uFE0F/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
}

/** Gives each name once: a second `late-data` becomes `late-data-1`, as GitHub does for headings. */
export function uniqueNames(): (wanted: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (wanted) => {
    let name = wanted
    let count = next.get(wanted) ?? 0
    while (taken.has(name)) {
      count += 1
      name = `${wanted}-${count}`
    }
    next.set(wanted, count)
    taken.add(name)
    return name
  }
}

/** A short fingerprint (FNV-1a, 32 bit) that tells two texts apart in an id; not for trust. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36).padStart(7, '0')
}

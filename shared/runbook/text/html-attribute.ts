const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** The value of an attribute in the source of one HTML tag, or an empty string. `name` is one of ours, never from a file. */
export function htmlAttribute(tag: string, name: 'href' | 'src' | 'alt' | 'class'): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return decodeHtml(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

/** Text with its character references read; unknown ones stay as they are. */
export function decodeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, named) => {
    if (named) return NAMED[String(named).toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

const HOLDS_A_TAG = /<\/?(?:details|summary|br|div|span|center|sup|sub|img|b|strong)\b/i
const CODE_OR_TAG =
  /`[^`\n]*`|<img\b([^<>]{0,1000})>|<(?:b|strong)>([^<>\n]{1,200})<\/(?:b|strong)>|<\/?(?:details|summary|br|div|span|center|sup|sub)\b[^<>]{0,500}>/gi
const SOURCE = /\bsrc\s*=\s*["']?([^\s"'<>]{1,500})/i
const ALT = /\balt\s*=\s*["']([^"']{0,200})["']/i

/** Tags that only say how words look, or fold them away, are no words; a picture is one of Markdown. What stands in code, or may be a place to fill in, stays. */
export function withoutTags(words: string): string {
  if (!HOLDS_A_TAG.test(words)) return words
  const plain = words.replace(CODE_OR_TAG, (found, picture?: string, bold?: string) => {
    if (found.startsWith('`')) return found
    if (bold !== undefined) return `**${bold.trim()}**`
    const [, source = ''] = (picture !== undefined && SOURCE.exec(picture)) || []
    if (picture !== undefined) return source === '' ? found : `![${ALT.exec(picture)?.[1] ?? ''}](${source})`
    // Behind a line two blanks are a break.
    return /^<br/i.test(found) ? '  ' : ''
  })
  const before = words.split('\n')
  return plain
    .split('\n')
    .filter((line, index) => /[^\s>]/.test(line) || !/[^\s>]/.test(before[index] ?? ''))
    .join('\n')
    .trimEnd()
}

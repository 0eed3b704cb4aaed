import { stripVTControlCharacters } from 'node:util'

/** Takes each backspace with the character before it. */
function withoutBackspaces(text: string): string {
  if (!text.includes('\b')) return text
  const kept: string[] = []
  for (const character of text) {
    if (character === '\b') kept.pop()
    else kept.push(character)
  }
  return kept.join('')
}

/** What a line says in the end on a terminal: a carriage return begins it anew, as progress bars do. */
export function lastWritten(line: string): string {
  const plain = stripVTControlCharacters(line)
  const last = plain.split('\r').findLast((part) => part !== '') ?? ''
  return withoutBackspaces(last)
}

/** As much of a line that has no end yet as can still be seen: what was written over is let go. */
export function stillSeen(line: string): string {
  return line.slice(line.lastIndexOf('\r', line.length - 2) + 1)
}

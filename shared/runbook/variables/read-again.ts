const SHELL = /^(?:\S*\/)?(?:ba|da|z|k|a)?sh$/
const TAKES_A_WORD = /^-[A-Za-z]*[BbcDEeFIiJLlmOopQRSWw]$/
/** Words in front of a call: `sudo -u ring ssh`. */
const MOST_IN_FRONT = 8

/** Whether the words that follow these are joined and read once more by a shell, here or far away: `ssh -p 22 host ...`, `watch ...`. */
export function areReadAgain(words: readonly string[]): boolean {
  const [first = ''] = words
  if (first === 'eval' || first === 'watch') return true
  let at = words.slice(0, MOST_IN_FRONT).findIndex((word) => /^(?:\S*\/)?ssh$/.test(word)) + 1
  if (at === 0) return false
  while (words[at]?.startsWith('-')) at += TAKES_A_WORD.test(words[at] ?? '') ? 2 : 1
  return at < words.length
}

/** Whether the quoted text that follows these words is a script of its own: `bash -c "..."`, `su - ring -c "..."`. */
export const isScript = (words: readonly string[]): boolean =>
  /^-[a-z]*c$/.test(words.at(-1) ?? '') && words.slice(-MOST_IN_FRONT).some((word) => SHELL.test(word) || word === 'su')

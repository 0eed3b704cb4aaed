const ENGLISH = /\b(?:the|and|of|is|are|for|if|with|this|that|from|by|it|as|at|be|or|not|has|have|can|will|should)\b/i
/** Letters of another script than the Latin one. */
const OTHER_LETTERS = /[^\p{Script=Latin}\P{L}]/u
/** Letters that English has not, and small words of the languages that share its letters. */
const FOREIGN = /[^\p{Script=Latin}\P{L}]|[\u00C0-\u017F]/u
const FOREIGN_WORD =
  /\b(?:de|la|el|los|las|del|que|para|por|con|do|da|dos|das|com|uma?|und|der|die|das|ist|nicht|mit|auf|zu|den|le|les|des|pour|avec|et|une|di|il|che|een|het|van|voor)\b/i

/** Whether a line could be English: it has a common word of it, or is too short to tell. */
export function isEnglish(text: string): boolean {
  return !OTHER_LETTERS.test(text) && (text.split(' ').length < 4 || ENGLISH.test(text))
}

/** Whether a line is clearly of another language: its letters, or its small words, are not those of English. */
export function looksForeign(text: string): boolean {
  const words = text.replace(/https?:\S+/g, '')
  return FOREIGN.test(words) || (FOREIGN_WORD.test(words) && !ENGLISH.test(words))
}

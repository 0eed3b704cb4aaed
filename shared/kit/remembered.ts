/** So many answers are kept, of texts up to so many characters: those of some files, and never much memory. */
const MOST = 5_000
const LONGEST = 1_000

/** The answer "undefined" as it is kept, so that one look tells it from what is not known. */
const NOTHING = Symbol('nothing')

/**
 * A question about a text that is asked again and again, answered once for each text. `read` must depend on the text alone. Two of five times it is asked of the
 * text it was asked of before, which needs no look among all of them.
 */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer | typeof NOTHING>()
  let lastText: string | undefined
  let lastAnswer: Answer | undefined
  return (text) => {
    if (text === lastText) return lastAnswer as Answer
    if (text.length > LONGEST) return read(text)
    const found = known.get(text)
    let answer: Answer
    if (found !== undefined) answer = found === NOTHING ? (undefined as Answer) : found
    else {
      if (known.size >= MOST) known.clear()
      answer = read(text)
      known.set(text, answer === undefined ? NOTHING : answer)
    }
    lastText = text
    lastAnswer = answer
    return answer
  }
}

/** The same for a question about a thing that nobody changes: answered once for each, and forgotten with it. */
export function rememberedOf<Thing extends object, Answer>(read: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { readonly answer: Answer }>()
  return (thing) => {
    const found = known.get(thing)
    if (found) return found.answer
    const answer = read(thing)
    known.set(thing, { answer })
    return answer
  }
}

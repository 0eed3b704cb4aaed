/** So many answers are kept, of texts up to so many characters: those of some files, and never much memory. */
const MOST = 5_000
const LONGEST = 1_000

/** The answer "undefined" as it is kept, so that one look tells it from what is not known. */
const NOTHING = Symbol('nothing')

/** A question about a text that is asked again and again, answered once for each text. `read` must depend on the text alone. */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer | typeof NOTHING>()
  return (text) => {
    if (text.length > LONGEST) return read(text)
    const found = known.get(text)
    if (found !== undefined) return found === NOTHING ? (undefined as Answer) : found
    if (known.size >= MOST) known.clear()
    const answer = read(text)
    known.set(text, answer === undefined ? NOTHING : answer)
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

/** So many answers are kept, of texts up to so many characters: those of some files, and never much memory. */
const MOST = 1_000
const LONGEST = 1_000

/** A question about a text that is asked again and again, answered once for each text. `read` must depend on the text alone. */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    if (text.length > LONGEST) return read(text)
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as Answer
    if (known.size >= MOST) known.clear()
    const answer = read(text)
    known.set(text, answer)
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

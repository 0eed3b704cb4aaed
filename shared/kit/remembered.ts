/** Answers are kept of so many texts, of up to so many characters: those of some files, and never much memory. */
const MOST = 10_000
const LONGEST = 1_000

/** The answer "undefined" as it is kept, so that one look tells it from what is not known. */
const NOTHING = Symbol('nothing')

/** What is known of a text, by the number of the question. */
type Answers = unknown[]

/** All questions share one memory: most texts are asked several of them in a row, and are looked up once then. */
const known = new Map<string, Answers>()
let questions = 0
let lastText = ''
let lastAnswers: Answers = []

function answersOf(text: string): Answers {
  if (text === lastText) return lastAnswers
  let answers = known.get(text)
  if (answers === undefined) {
    if (known.size >= MOST) known.clear()
    answers = new Array<unknown>(questions)
    known.set(text, answers)
  }
  lastText = text
  lastAnswers = answers
  return answers
}

/**
 * A question about a text that is asked again and again, answered once for each text. `read` must depend on the text alone, and the question be there as long
 * as the program is.
 */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const question = questions
  questions += 1
  return (text) => {
    if (text.length > LONGEST) return read(text)
    const answers = answersOf(text)
    const found = answers[question]
    if (found !== undefined) return (found === NOTHING ? undefined : found) as Answer
    const answer = read(text)
    answers[question] = answer === undefined ? NOTHING : answer
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

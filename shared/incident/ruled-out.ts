type Raised = { readonly id: string; readonly text: string }
type RuledOut = { readonly of?: string | null | undefined; readonly text: string }

const plain = (text: string): string => text.trim().toLowerCase()

/** Tells of a hypothesis whether it was ruled out: by its id, or in the same words, whatever their case. */
export function ruledOutBy(all: readonly RuledOut[]): (raised: Raised) => boolean {
  const ids = new Set(all.flatMap(({ of }) => of ?? []))
  const texts = new Set(all.map(({ text }) => plain(text)))
  return ({ id, text }) => ids.has(id) || texts.has(plain(text))
}

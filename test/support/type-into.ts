type Field = HTMLInputElement | HTMLTextAreaElement

/** Puts a text into a field as typing does: React hears only what did not go through its own setter. */
export function typeInto(field: Field | null, text: string): void {
  if (field === null) throw new Error('there is no such field')
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

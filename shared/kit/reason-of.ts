/** What something thrown says of itself: an error's message, anything else as text. Whoever shows it adds what is safe and what to do. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

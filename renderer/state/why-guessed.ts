import type { RunbookGuess } from '../../shared/library/guess-runbooks.ts'

/** Why a guess is offered: it is said that it is one. */
export const whyGuessed = ({ words }: Pick<RunbookGuess, 'words'>): string => `a guess, it mentions ${words.join(', ')}`

import { z } from 'zod'

type Issue = z.core.$ZodIssue

const inThousands = (count: number | bigint): string => count.toLocaleString('en')

/** What is wrong with one place of an input, for whoever typed it; null where only the window can have sent that. */
function wordsOfIssue(issue: Issue): string | null {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `This is longer than the ${inThousands(issue.maximum)} characters that are kept. Shorten it; what is long can be attached as evidence.`
  if (issue.code === 'too_small' && issue.origin === 'string') return 'This may not be blank.'
  if (issue.code === 'invalid_format' && issue.path.at(-1) === 'incident')
    return 'No incident has such an id. Tonight and the Library lead to every incident.'
  return null
}

/** Why an input is not taken, in words for a person: of a text that is too long or blank how to mend it, of anything else what and where. */
export function inputWords(error: z.ZodError): string {
  const told = error.issues.flatMap((issue) => wordsOfIssue(issue) ?? [])
  return told.length === error.issues.length ? [...new Set(told)].join(' ') : z.prettifyError(error)
}

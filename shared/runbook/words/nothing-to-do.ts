const NOTHING =
  /^(?:none(?: (?:needed|required|necessary))?|(?:just a reminder, )?nothing(?: (?:to do|to worry about))?|n\/a|(?:fully |completely )?automatic(?:ally)?\b.*|self-(?:heals|resolves|recovers)\b.*)[.;]?$|\bno (?:manual |further |operator |immediate |human |user )?(?:action|intervention|response|fix)s? (?:is |are )?(?:needed|required|necessary)\b|\b(?:resolves?|recovers?|heals?|clears?|restarts?|takes over|happens) (?:by itself|on its own|automatically)\b/i

/** A case is a decision, whatever follows of it. */
const IS_A_CASE = /^(?:if|when|unless|in case)\b/i

/** Whether words say that nothing is to be done about it: "No action needed", "the other relay takes over automatically". */
export function saysNothingIsToDo(words: string): boolean {
  return NOTHING.test(words) && !IS_A_CASE.test(words)
}

/** Whether words say why or how long the line above them holds: "Necessary until the limit is raised". */
export const saysWhy = (text: string): boolean => SAYS_WHY.test(text)

const SAYS_WHY = /^(?:only )?(?:necessary|needed|required)(?: only)? (?:until|because|since|as long as|while)\b/i

/** Whether words only say that all has been done: "Done!" */
export const saysItIsDone = (text: string): boolean => IS_THE_END.test(text)

const IS_THE_END =
  /^(?:(?:you are |you['\u2019]re |all )?(?:done|finished)|that(?: is|['\u2019]s) (?:it|all)|congratulations|enjoy(?: (?:your|the) [\p{L} ]{1,40})?)[.!\s]*$/iu

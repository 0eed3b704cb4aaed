/** Where the name that a statement begins with ends, and with it the search for what is stated of it. */
const ENDS_A_NAME =
  /^(?:and|or|but|that|which|who[a-zà-ÿ]*|what|where|when[a-zà-ÿ]*|while|once|before|after|since|during|until|unless|because|if|whether|how|why|as|than|then|so|there|here|this|these|those|you|we|they|it|them|not|checking|verifying|ensuring|confirming|making)$/i
/** A sentence that begins behind code, with no full stop between. */
const BEGINS_ANEW = /^(?:In|On|At|By|For|From|With|The|An?|Of|This)$/
const IS_FINITE =
  /^(?:is|are|was|were|has|had|can|cannot|will|may|might|must|should|would|could|does|takes|uses|needs|works|provides|allows|happens|occurs|means|lives|requires|depends|contains|varies|describes|fails|exists|remains|appears|belongs|consists|communicates|scales|sends|serves|manages|enables|creates|performs|relies|includes|generates|represents|keeps|grows|gets|goes|makes|becomes|receives|shows|touches|affects)$/i
/** "Release notes describe the change": behind a plural. */
const IS_FINITE_PLURAL =
  /^(?:have|take|happen|occur|mean|live|require|depend|contain|vary|describe|run|exist|remain|appear|belong|consist|fail|cause|show|indicate|suggest|affect|exceed|fire|timeout|hang|crash)$/i
const DETERMINER = /^(?:the|an?|its?|this|that|these|those|their|your|our|all|any|each|every|both|it|them)$/i
/** What is looked at or made sure of may be a whole sentence: "Check the pods are running", "Ensure nodes have space". */
const TAKES_A_SENTENCE =
  /^(?:check|verify|ensure|confirm|see|validate|make|note|test|show|prove|remember|assume|know|think|monitor|watch|find|learn|double-check|recheck|guarantee|determine|look|wait|help|let)\b/i
const OPENS_A_PHRASE = /^(?:in|on|at|by|for|from|with|via|under|using|please)$/i
const LONGEST_NAME = 8
/** "A restore from files (step 4) scales with their size" */
const IN_BRACKETS = /\s\([^()]{0,200}\)/g

/** Whether a clause is a statement of which the first word is part of the subject: "Scale operations are slow", "Cluster operator manages the sets". */
export function statesOfAName(words: string): boolean {
  const told = words.includes('(') ? words.replace(IN_BRACKETS, '') : words
  const [first = '', ...rest] = told.split(' ', LONGEST_NAME + 2)
  if (ENDS_A_NAME.test(first) || OPENS_A_PHRASE.test(first) || TAKES_A_SENTENCE.test(first)) return false
  if (!/^[\p{L}_-]+$/u.test(first) || DETERMINER.test(rest[0] ?? '')) return false
  if (isStatedOfACapital(words)) return true
  let before = first
  for (const [index, word] of rest.entries()) {
    if (IS_FINITE.test(word) || (IS_FINITE_PLURAL.test(word) && /[^s]s$/.test(before))) return true
    const isThird = /[^s]s$/.test(word) && /^(?:the|an?|its|their)$/i.test(rest[index + 1] ?? '')
    if (isThird && !/^(?:as|this|its|across|towards|always)$/i.test(word)) return true
    if (
      ENDS_A_NAME.test(word) ||
      (/^to$/i.test(word) && !DETERMINER.test(rest[index + 1] ?? '')) ||
      BEGINS_ANEW.test(word) ||
      !/^(?:\([^()]+\)|[\p{L}\p{N}_.\x81/-]*[\p{L}\p{N}\x81])$/u.test(word)
    )
      return false
    before = word
  }
  return false
}

/** "VACUUM takes locks": a word in capitals is a name where a verb in the third person follows. */
function isStatedOfACapital(words: string): boolean {
  return /^\p{Lu}{3,} (?:\p{Ll}+ly )?(?!(?:logs|errors|alerts|jobs|pods|nodes|locks|status|results|events|always)\b)\p{Ll}+[^s\P{Ll}]s (?:\p{Ll}|\d)/u.test(
    words,
  )
}

import type { Block } from '../text/block.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import { plainHeading } from '../words/topic.ts'

/** "Previous attempts", "What we tried" */
const NAMES_A_PAST_TRY =
  /^(?:(?:our|the|an?) )?(?:(?:previous|earlier|past|prior|failed|unsuccessful|abandoned) (?:attempts?|tr(?:y|ies))|what (?:we (?:have )?(?:already )?tried|was (?:already )?tried|did not work|didn t work))(?: .*)?$/
/** "Initial attempt": of the past only where what stands below it is, for a "Second attempt" may be the next thing to do. */
const NAMES_A_TRY = /^(?:(?:our|the|an?) )?(?:initial|first|original) (?:attempts?|tr(?:y|ies))(?: .*)?$/
/** "It was tried to grow the ring in place." */
const WAS_TRIED =
  /^(?!(?:if|once|when|unless|after|in case)\b).*\b(?:(?:was|were|had|been|we|i|they)(?: (?:also|first|initially|originally|already|then))? (?:tried|attempted)|(?:initial|first|original|previous|earlier) (?:attempt|try|approach) (?:was|had|did|involved|failed|used))\b/is
/** "This involved:" */
const LEADS_INTO_THE_PAST =
  /^(?:this|it|that|which|the (?:[a-zà-ÿ]+ )?(?:attempt|try|approach|plan)) (?:involved|consisted of|comprised|included|meant|went)\b[^:\uFF1A]*[:\uFF1A]$/i
/** "Initially we ran:" */
const BEGINS_IN_THE_PAST = /^(?:initially|at first|originally|previously|last time|in the past)\b/i
/** "However, the relay went down soon after." */
const SAYS_IT_FAILED =
  /^(?:however|but|unfortunately|sadly|regrettably|this|that|it|soon after|as a result|in the end)\b(?!,? (?:if|when|should|in case)\b)(?!.*\?$).*\b(?:failed|caused|broke|crashed|worked only|(?:did|was|were|could|had)(?:n['\u2019]t| not)\b|(?:an?|the) (?:incident|outage|loss)|went (?:down|wrong)|(?:had to|needed to) be (?:undone|reverted|restored|rolled back|abandoned)|without success|to no avail)/is

type Paragraph = Block & { readonly type: 'paragraph' }
const isParagraph = (block: Block): block is Paragraph => block.type === 'paragraph'

/** Whether a heading names a try that is past, by its words or those below it: what was done then is none of the steps (R3.13). */
export function tellsATry(heading: string, blocks: readonly Block[]): boolean {
  const words = plainHeading(heading)
  if (NAMES_A_PAST_TRY.test(words)) return true
  return NAMES_A_TRY.test(words) && blocks.some((block) => isParagraph(block) && (wasTried(block) || failed(block)))
}

/** A section without the lists and the code of a try that failed: "We tried to grow it in place. This involved:", the list, "However, it caused an outage." (R3.13). */
export function withoutToldTries<Held extends { readonly blocks: readonly Block[] }>(section: Held): Held {
  const { blocks } = section
  const told = new Set(
    blocks.flatMap((block, index) => (isParagraph(block) && leadsToATry(block) ? tryBehind(blocks, index) : [])),
  )
  return told.size === 0 ? section : { ...section, blocks: blocks.filter((block) => !told.has(block)) }
}

/** What stands between the line that leads to a try and the one that says how it failed; none where no line says so. */
function tryBehind(blocks: readonly Block[], lead: number): readonly Block[] {
  let end = lead + 1
  for (let block = blocks[end]; block && !isParagraph(block); block = blocks[end]) end += 1
  const last = blocks[end]
  return last && isParagraph(last) && failed(last) ? blocks.slice(lead + 1, end) : []
}

function leadsToATry(paragraph: Paragraph): boolean {
  const last = sentencesOf(paragraph.inline.prose).at(-1) ?? ''
  if (!/[:\uFF1A]$/.test(last) || asksForAction(last)) return false
  return LEADS_INTO_THE_PAST.test(last) || BEGINS_IN_THE_PAST.test(last) || WAS_TRIED.test(last)
}

const wasTried = ({ inline }: Paragraph): boolean => sentencesOf(inline.prose).some((one) => WAS_TRIED.test(one))
const failed = ({ inline }: Paragraph): boolean => sentencesOf(inline.prose).some((one) => SAYS_IT_FAILED.test(one))

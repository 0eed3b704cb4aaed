import { asksForAction } from '../words/sentences.ts'
import { isLoneCase } from '../words/way-names.ts'
import { named } from './alternative-steps.ts'
import type { StepDraft } from './draft-list.ts'

/** A draft with all that stands below it. */
type Branch = { readonly draft: StepDraft; readonly below: readonly Branch[] }

/**
 * The drafts of a section, in which cases side by side with steps below each ("If the ring is late:", "If the ring is torn:") are ways (R3): a case is nothing to do, and what is done in one
 * must not look as if it followed what is done in another. A single step has its case in front.
 */
export function withCasesAsWays(drafts: readonly StepDraft[]): readonly StepDraft[] {
  return drafts.filter(isCase).length > 1 ? flattened(branchesOf(drafts), []) : drafts
}

const OTHERWISE = /^(?:otherwise|else)\b/i

function isCase({ tier, text, commands }: StepDraft): boolean {
  return tier !== 'tasks' && commands.length === 0 && opensACase(text)
}

/** Whether words only name a case: "If the ring is late", "Otherwise". */
export function opensACase(text: string): boolean {
  return (isLoneCase(text) || OTHERWISE.test(text)) && !asksForAction(text)
}

function branchesOf(drafts: readonly StepDraft[]): readonly Branch[] {
  const branches: Branch[] = []
  for (let at = 0; at < drafts.length; ) {
    const draft = drafts[at]
    if (!draft) break
    let end = at + 1
    while ((drafts[end]?.depth ?? 0) > draft.depth) end += 1
    branches.push({ draft, below: branchesOf(drafts.slice(at + 1, end)) })
    at = end
  }
  return branches
}

/** `cases` are those that the branches stand in, outermost first: each was a step of its own above them. */
function flattened(branches: readonly Branch[], cases: readonly string[]): readonly StepDraft[] {
  const isWay = ({ draft, below }: Branch): boolean => below.length > 0 && isCase(draft)
  const areWays = branches.filter(isWay).length > 1
  return branches.flatMap((branch): readonly StepDraft[] => {
    const { draft, below } = branch
    if (!areWays || !isWay(branch)) return [within(draft, cases), ...flattened(below, cases)]
    const [only, ...more] = below
    if (!only || more.length > 0 || only.below.length > 0) return flattened(below, [...cases, draft.text])
    return named([within({ ...only.draft, depth: draft.depth }, cases)], draft)
  })
}

/** A draft below the names of its cases, which stand above those of the ways that it is told for itself. */
function within(draft: StepDraft, cases: readonly string[]): StepDraft {
  if (cases.length === 0) return draft
  const own = draft.ways ?? []
  const chain = draft.section === '' ? [...draft.above] : [...draft.above, draft.section]
  chain.splice(chain.length - own.length, 0, ...cases)
  const depth = Math.max(0, draft.depth - cases.length)
  return { ...draft, depth, above: chain.slice(0, -1), section: chain.at(-1) ?? '', ways: [...cases, ...own] }
}

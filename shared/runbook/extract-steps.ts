import type { Step } from './runbook.ts'
import type { Section } from './sections.ts'
import { fingerprint } from './slug.ts'
import { DraftReader, type StepDraft, type Tier } from './step-drafts.ts'
import { asksForAction, isStatement, stepKindOf, timeBoxOf } from './step-words.ts'

/** The order of R3, with plain prose and numbered headings as a last resort so that a foreign runbook still gives a checklist (R4). */
const UNDER_STEP_HEADING: readonly Tier[] = ['tasks', 'ordered', 'bullets', 'code', 'heading', 'prose', 'terms']

/** Steps of sections that are known to hold steps. `scope` makes the ids unique within the runbook. */
export function stepsUnder(sections: readonly Section[], scope: string, lines: readonly string[]): Step[] {
  const read = sections.map((section) => ({
    section,
    drafts: new DraftReader(section, lines).read(UNDER_STEP_HEADING),
  }))
  const hasFirm = read.some(({ drafts }) => drafts.some(({ tier }) => tier === 'tasks' || tier === 'ordered'))
  const drafts = read.flatMap((one) =>
    one.drafts.filter((draft) => !(hasFirm && (draft.tier === 'bullets' || draft.tier === 'terms') && isStray(draft))),
  )
  return finish(drafts, scope)
}

/** A bullet that only states something, in a text that has numbered steps or boxes elsewhere. */
function isStray({ text, commands }: StepDraft): boolean {
  return commands.length === 0 && isStatement(text)
}

/** Steps of a text that has no step-bearing heading: real actions first; any bullets, then prose, only when there is nothing better. */
export function stepsAnywhere(sections: readonly Section[], scope: string, lines: readonly string[]): Step[] {
  const readAll = (read: (reader: DraftReader) => StepDraft[]) =>
    sections.flatMap((section) => read(new DraftReader(section, lines)))
  const attempts = [
    readActions,
    (reader: DraftReader) => reader.read(['bullets', 'terms']),
    (reader: DraftReader) => reader.read(['prose']),
  ]
  for (const attempt of attempts) {
    const drafts = readAll(attempt)
    if (drafts.length > 0) return finish(drafts, scope)
  }
  return []
}

function readActions(reader: DraftReader): StepDraft[] {
  const numbered = reader.read(['tasks', 'ordered'])
  if (numbered.length > 0) return numbered
  const bullets = reader.read(['bullets']).filter((draft) => draft.commands.length > 0 || asksForAction(draft.text))
  return bullets.length > 0 ? bullets : reader.read(['code', 'heading'])
}

function finish(drafts: readonly StepDraft[], scope: string): Step[] {
  return drafts.map(({ prose, tier: _, ...draft }, index) => {
    const timeBoxMs = timeBoxOf(prose)
    // HTML may hold many steps in one line; the line itself is then no source of any one of them.
    const sharesLine = [drafts[index - 1], drafts[index + 1]].some((other) => other?.line === draft.line)
    return {
      ...draft,
      markdown: sharesLine ? draft.text : draft.markdown,
      id: `${scope}-${index + 1}-${fingerprint(draft.text)}`,
      kind: stepKindOf(draft.text, prose),
      ...(timeBoxMs === undefined ? {} : { timeBoxMs }),
    }
  })
}

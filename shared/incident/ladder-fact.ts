import type { FactOf, FactType } from './facts/fact-catalog.ts'

type Ladder = 'rung' | 'question' | 'notification' | 'role' | 'handoff'

/** The types of facts that move the machine; every other fact leaves it where it is, so a long log folds quickly. */
type LadderFactType =
  | Exclude<Extract<FactType, `incident.${string}`>, 'incident.declared'>
  | Extract<FactType, `${Ladder}.${string}`>
  | 'impact.stated'
  | 'severity.changed'
  | 'relief.setAside'

/** A fact that the machine takes as its event. */
export type LadderFact = FactOf<LadderFactType>

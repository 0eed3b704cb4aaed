import type { Actor } from '../../shared/incident/facts/fact-catalog.ts'
import type { HostContext } from './host-context.ts'

/** The id of a person who has not said who they are. */
export const NOBODY = 'desk'

/** Who states a fact at this desk; `NOBODY` until somebody has said who they are. */
export const personAtDesk = ({ preferences }: Pick<HostContext, 'preferences'>): Actor => ({
  kind: 'person',
  id: preferences.read().me ?? NOBODY,
})

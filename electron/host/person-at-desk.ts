import type { Actor } from '../../shared/incident/facts/fact-catalog.ts'
import type { HostContext } from './host-context.ts'

/** Who states a fact at this desk; `desk` until somebody has said who they are. */
export const personAtDesk = ({ preferences }: Pick<HostContext, 'preferences'>): Actor => ({
  kind: 'person',
  id: preferences.read().me ?? 'desk',
})

import type { Stated } from '../../shared/contract/stated.ts'
import type { Actor } from '../../shared/incident/facts/fact-catalog.ts'
import type { HostContext } from './host-context.ts'

/** The id of a person who has not said who they are. */
export const NOBODY = 'desk'

/** Who states a fact at this desk; `NOBODY` until somebody has said who they are. */
export const personAtDesk = ({ preferences }: Pick<HostContext, 'preferences'>): Actor => ({
  kind: 'person',
  id: preferences.read().me ?? NOBODY,
})

/** Who stated a batch: whoever sat at the desk then, not who sits there when it is written at last (J4.5). */
export const personWhoStated = (context: Pick<HostContext, 'preferences'>, stated: Stated | undefined): Actor =>
  stated?.by === undefined ? personAtDesk(context) : { kind: 'person', id: stated.by ?? NOBODY }

import { useDeskStore, useSelected } from '../state/store-context.tsx'
import type { SaveFailure, StoreState } from '../state/store-state.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { RefusalBanner } from './refusal-banner.tsx'
import styles from './shell.module.css'
import { TeamBanner } from './team-banner.tsx'
import { UnsavedBanners } from './unsaved-banners.tsx'

function TakeOverBanner() {
  const store = useDeskStore()
  const holder = useSelected((state) => state.tookOverFrom)
  if (holder === null) return null
  const dismiss = (
    <ActionButton size="small" onClick={store.dismissTakeOver}>
      Understood
    </ActionButton>
  )
  return (
    <ProblemBanner title="This console writes now." severity="note" actions={dismiss}>
      The one that wrote before has ended ({holder}). What it wrote is here, and this one watches the ladder from now
      on.
    </ProblemBanner>
  )
}

/** What the console itself could not save. Words that could not be saved say why where they stand, and once is enough. */
const selectOwnFailure = ({ saveFailure, unsaved, pendingSaves }: StoreState): SaveFailure | null =>
  unsaved.length > 0 || pendingSaves > 0 ? null : saveFailure

/** What only a person can decide: whether a holder that cannot be seen from here is gone. */
function UnseenHolder({ claim }: { readonly claim: string }) {
  return (
    <span className="dim">
      {' '}
      Whether it still runs cannot be seen from here: it is of another machine or container. Only if it surely ended, as
      a container that was stopped or killed, delete <code>{claim}</code>: that file says who writes and holds no
      incident, and this one then writes within seconds. While it runs, leave the file, for two that write would harm
      the logs.
    </span>
  )
}

/** What is wrong with the whole desk. It takes its own room and pushes the screen down, so it covers no clock, and never so far that the clocks leave the window. */
export function ShellBanners() {
  const saveFailure = useSelected(selectOwnFailure)
  const readOnly = useSelected((state) => state.desk?.readOnly ?? null)
  const deskProblem = useSelected((state) => (state.desk === null ? state.deskProblem : null))
  return (
    <div className={styles.banners}>
      {deskProblem === null ? null : (
        <ProblemBanner title="The console does not answer.">
          {deskProblem} Your logs are safe on the disk. Start Nightdesk again, or look at them with a text editor.
        </ProblemBanner>
      )}
      {readOnly === null ? null : (
        <ProblemBanner title="Read-only" severity="warning">
          Another Nightdesk holds this data folder ({readOnly.holder}). Everything can be read here; write in its
          window. When it is closed, this one writes by itself.
          {readOnly.unseenClaim === null ? null : <UnseenHolder claim={readOnly.unseenClaim} />}
        </ProblemBanner>
      )}
      {saveFailure === null ? null : (
        <ProblemBanner title="The disk refused a save.">
          {saveFailure.message} What you typed is kept here. Free some space or check the disk, then save again.
        </ProblemBanner>
      )}
      <TakeOverBanner />
      <TeamBanner />
      <RefusalBanner />
      <UnsavedBanners />
    </div>
  )
}

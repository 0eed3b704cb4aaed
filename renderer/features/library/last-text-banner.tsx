import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { timeWithDay } from '../../ui/time-words.ts'
import type { LastText } from './use-documents.ts'

/** Says that the text above is the last one there was, and lets it be saved elsewhere: it is shown only as long as somebody stays on it. */
export function LastTextBanner({ last, text }: { readonly last: LastText; readonly text: string }) {
  const { announce, showRefusal } = useDeskStore()
  const zone = useSelected(selectZone)
  const now = useNow(60_000)
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(text).then(
      () => announce('Copied'),
      () => showRefusal('The text could not be copied. Select it and copy it by hand.'),
    )
  const title =
    last.why === 'gone'
      ? `This file is gone since ${timeWithDay(last.since, now, zone)}; its last text is shown.`
      : 'This file could not be read again; its last text is shown.'
  return (
    <ProblemBanner
      severity="warning"
      title={title}
      actions={
        <ActionButton size="small" onClick={() => void copy()}>
          Copy its text
        </ActionButton>
      }
    >
      {last.why === 'gone' ? 'It may have been renamed or moved.' : last.message}
    </ProblemBanner>
  )
}

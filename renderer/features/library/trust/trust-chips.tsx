import type { TrustSignals } from '../../../../shared/library/trust-signals.ts'
import { trustNotes } from '../../../../shared/library/trust-words.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { dayKey } from '../../../ui/time-words.ts'

/** What a runbook's history says about it. A warning says so in its words; the colour only repeats it. */
export function TrustChips({ signals }: { readonly signals: TrustSignals | undefined }) {
  const zone = useSelected(selectZone)
  if (signals === undefined) return null
  return trustNotes(signals, (at) => dayKey(at, zone)).map(({ words, title, isWarning }) => (
    <Chip
      key={words}
      {...(isWarning ? { tone: 'secondary' as const } : {})}
      {...(title === undefined ? {} : { title })}
    >
      {words}
    </Chip>
  ))
}

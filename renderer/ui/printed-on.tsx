import { selectZone } from '../state/selectors.ts'
import { useNow, useSelected } from '../state/store-context.tsx'
import { longDate, shortTime, zoneName } from './time-words.ts'
import { usePrinting } from './use-printing.ts'

function Stamp() {
  const nowMs = useNow(60_000)
  const zone = useSelected(selectZone)
  return (
    <div className="dim">
      Printed {longDate(nowMs, zone)}, {shortTime(nowMs, zone)} {zoneName(nowMs, zone)}
    </div>
  )
}

/** When a sheet was printed, for those who find it later: "30 s late" and "verified 3 months ago" are of that moment. Nothing on the screen. */
export const PrintedOn = () => (usePrinting() ? <Stamp /> : null)

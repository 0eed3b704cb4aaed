import { type ReactNode, useEffect } from 'react'
import { recordAt } from '../../../state/incident-log.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'

/** The entries for paper: all that the window has read. What it has not is said, and read, so that the next print has it. */
export function PaperEntries(props: {
  readonly count: number
  readonly seqAt: (index: number) => number
  readonly rowAt: (index: number) => ReactNode
}) {
  const { count, seqAt, rowAt } = props
  const store = useDeskStore()
  const { log } = useOpenIncident()
  const read = Array.from({ length: count }, (_, index) => index).filter(
    (index) => recordAt(log, seqAt(index)) !== undefined,
  )
  const unread = count - read.length
  useEffect(() => {
    if (unread > 0) void store.readWhole(() => false)
  }, [store, unread])
  return (
    <div data-on-paper="">
      {unread === 0 ? null : (
        <p>
          {unread.toLocaleString('en-GB')} facts are not on this paper: the window had not read them yet. Print again.
        </p>
      )}
      {read.map((index) => (
        <div key={seqAt(index)}>{rowAt(index)}</div>
      ))}
    </div>
  )
}

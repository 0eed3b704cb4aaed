import { spotlight } from '@mantine/spotlight'
import { flushSync } from 'react-dom'
import { enterDialog } from '../ui/open-dialog.ts'
import { arriveOnScreen } from './arrival.ts'

/**
 * Does what was chosen in the palette, and closes it; the focus is in a dialog that this opened before the next key. Where that leads to another screen, the palette holds the keys until it stands, and the focus is on it,
 * or on `part` of it (a selector), before the next key: whoever types on must not press keys of a screen.
 */
export function leavePalette(chosen: () => void, part: string | null = null): void {
  const before = window.location.hash
  chosen()
  const isElsewhere = window.location.hash !== before
  if (!isElsewhere && part === null) {
    flushSync(spotlight.close)
    enterDialog()
    return
  }
  const end = (): void => {
    flushSync(spotlight.close)
    arriveOnScreen(part)
  }
  if (isElsewhere) window.addEventListener('hashchange', () => setTimeout(end), { once: true })
  else setTimeout(end)
}

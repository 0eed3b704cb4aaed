import type { OfflineCopy } from './offline-copy.ts'
import { renderDates } from './render-age.ts'

/** The body of an encrypted copy before it is opened: the dates, and the question for the passphrase. */
export const renderLock = (copy: Pick<OfflineCopy, 'madeAt' | 'staleAt'>): string =>
  `<div id="stale" role="status"></div><main class="lock"><h1>Offline copy</h1><p>This copy is encrypted. Opening it needs no network.</p><form><label for="passphrase">Passphrase</label><input id="passphrase" type="password" autocomplete="off" required><button id="unlock">Open</button><p id="said" role="alert"></p></form>${renderDates({ ...copy, scheduleEndsAt: null })}<noscript><p>Opening it needs scripts, and this viewer has them off. Open the file in a browser.</p></noscript></main>`

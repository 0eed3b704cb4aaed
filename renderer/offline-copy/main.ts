import type { PageData } from '../../shared/bundle/page-data.ts'
import type { Sealed } from '../../shared/bundle/sealed.ts'
import { askPassphrase } from './ask-passphrase.ts'
import { warnOfAge } from './banners.ts'
import { startChecklists } from './checklists.ts'
import { startCopyButtons } from './copy-buttons.ts'
import { startFolding } from './folding.ts'
import { startLongWords } from './long-words.ts'
import { startMatches } from './matches.ts'
import { showOnCallNow } from './on-call-now.ts'
import { startPrinting } from './printing.ts'
import { startRowKeys } from './row-keys.ts'
import { startSearch } from './search.ts'
import { startTheme } from './theme.ts'
import { startViews } from './views.ts'
import './page.css'

/** Wakes the page up once its body stands: it can be read without, and works with. */
function open(data: PageData): void {
  startTheme()
  startPrinting()
  startChecklists(data)
  startCopyButtons()
  startSearch(data)
  startFolding()
  startLongWords()
  startRowKeys()
  showOnCallNow(data)
  warnOfAge(data)
  startViews(startMatches())
}

const contentsOf = (id: string): string | null => document.getElementById(id)?.textContent ?? null

function start(): void {
  const library = contentsOf('library')
  const sealed = contentsOf('sealed')
  if (library !== null) open(JSON.parse(library) as PageData)
  else if (sealed !== null) {
    startTheme()
    const parsed = JSON.parse(sealed) as Sealed
    const stopWarning = warnOfAge({ ...parsed, scheduleEndsAt: null, documents: [] })
    askPassphrase(parsed, ({ body, data }) => {
      stopWarning()
      // Markup that was made safe when the copy was made, and that nobody without the passphrase could change since.
      document.body.innerHTML = body
      open(data)
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('.home a')?.focus()
    })
  }
}

document.documentElement.classList.add('js')
document.addEventListener('DOMContentLoaded', start)

import { type ReactNode, useState } from 'react'
import { refusalWords } from '../../shared/contract/refusal-words.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { OpenLinkContext } from '../ui/open-link.ts'

function openInNewTab(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}

/** What a link leads to, to be dialled or copied by hand: the number, the address, else the whole link. */
const targetOf = (url: string): string => url.replace(/^(?:tel|mailto):/i, '')

const isCallOrMail = (url: string): boolean => /^(?:tel|mailto):/i.test(url)

/** Links leave the window here, and only after the user has seen where they go (R7). */
export function LinkDoor({ children }: { readonly children: ReactNode }) {
  const { client, showRefusal } = useDeskStore()
  const door = useSelected((state) => state.desk?.capabilities.openLinks ?? 'browser')
  const [asked, setAsked] = useState<string | null>(null)
  const leaveByShell = async (url: string): Promise<void> => {
    const reply = await client.call('link.open', { url })
    if (reply.ok) return
    showRefusal(`${targetOf(url)} was not opened. ${refusalWords(reply.error)}`)
  }
  const leave = (url: string): void => {
    if (door === 'shell') void leaveByShell(url)
    else openInNewTab(url)
  }
  return (
    <OpenLinkContext value={(url) => (isCallOrMail(url) ? leave(url) : setAsked(url))}>
      {children}
      <ConfirmDialog
        opened={asked !== null}
        title="Open this link?"
        confirmLabel="Open link"
        onConfirm={() => asked !== null && leave(asked)}
        onClose={() => setAsked(null)}
      >
        It leaves Nightdesk and needs the network. It goes to <code>{asked}</code>
      </ConfirmDialog>
    </OpenLinkContext>
  )
}

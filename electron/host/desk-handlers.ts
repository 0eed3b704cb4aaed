import type { Desk } from '../../shared/contract/answers.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { shellsHere } from './find-shell.ts'
import type { HostContext } from './host-context.ts'
import { refuse } from './refuse.ts'

const ALLOWED_LINKS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Where the desk stands now. */
export const describeDesk = (context: HostContext): Desk => ({
  version: context.version,
  now: new Date(context.clock.nowMs()).toISOString(),
  clock: context.clock.kind,
  capabilities: context.capabilities,
  workspace: {
    path: context.workspace.folder,
    team: context.workspace.team(),
    teamAsOf: context.workspace.teamAsOf(),
    problems: context.workspace.problems(),
  },
  dataFolder: context.dataFolder,
  shells: shellsHere(),
  preferences: context.preferences.read(),
  readOnly: context.readOnly,
})

const protocolOf = (url: string): string | null => {
  try {
    return new URL(url).protocol
  } catch {
    return null
  }
}

/** Calls about the desk itself: what it is, what its user prefers, links it opens (R7). */
export function deskHandlers(
  context: HostContext,
): Pick<Handlers, 'desk.describe' | 'preferences.change' | 'link.open'> {
  return {
    'desk.describe': async () => ({ ok: true, value: describeDesk(context) }),
    'preferences.change': async (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const written = context.preferences.write(given)
      if (!written.ok) return refuse('notSaved', `The preference was not saved: ${written.error}`, 'Try again.')
      context.publish({ type: 'desk', desk: describeDesk(context) })
      return written
    },
    'link.open': async ({ url }) => {
      const protocol = protocolOf(url)
      if (protocol === null || !ALLOWED_LINKS.has(protocol)) {
        return refuse('notAllowed', 'Only http, https, mail and phone links are opened.', 'Copy the text instead.')
      }
      const opened = await context.openLink(url)
      return opened.ok ? { ok: true, value: { opened: opened.value } } : refuse('notAllowed', opened.error)
    },
  }
}

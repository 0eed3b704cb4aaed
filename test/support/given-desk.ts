import { createDeskStore, type DeskStore } from '../../renderer/state/desk-store.ts'
import type { KeptText } from '../../renderer/state/kept-text.ts'
import type { Desk } from '../../shared/contract/answers.ts'
import { createClient } from '../../shared/contract/client.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Preferences } from '../../shared/ports.ts'
import { emptyTeam, type Team } from '../../shared/schedule/team.ts'
import { defaultPreferences } from './default-preferences.ts'
import { createWindowsStorage } from './windows-storage.ts'

/** What a window knows, and how its host answers; a host that is not given answers nothing. */
export type Given = {
  readonly now: string
  readonly team?: Team
  readonly preferences?: Partial<Preferences>
  readonly openLinks?: Desk['capabilities']['openLinks']
  readonly readOnly?: Desk['readOnly']
  /** Where the window keeps what was typed; a store of its own, if none is named. */
  readonly kept?: KeptText
  readonly answer?: (name: string, input: unknown) => Reply<unknown> | Promise<Reply<unknown>> | undefined
}

const unanswered: Reply<never> = { ok: false, error: { code: 'notFound', message: 'Nobody answers in this test.' } }

/** The store of a window whose host is the test itself, and the names of the calls that were made. */
export function createGivenDesk(given: Given): { readonly store: DeskStore; readonly asked: readonly string[] } {
  const asked: string[] = []
  const store = createDeskStore({
    client: createClient({
      send: async (name, input) => {
        asked.push(name)
        return given.answer?.(name, input) ?? unanswered
      },
      listen: () => () => undefined,
    }),
    watch: () => () => undefined,
    nowMs: () => Date.parse(given.now),
    kept: given.kept ?? createWindowsStorage()(),
  })
  const { team = emptyTeam, preferences, openLinks = 'browser', readOnly = null } = given
  store.setState({
    desk: {
      version: '0.1.0',
      now: given.now,
      clock: 'system',
      capabilities: { shell: 'memory', nativeNotifications: false, openLinks, testClock: false },
      workspace: { path: '/workspace', team, teamAsOf: null, problems: [] },
      dataFolder: '/data',
      shells: [],
      preferences: { ...defaultPreferences, ...preferences },
      readOnly,
    },
  })
  return { store, asked }
}

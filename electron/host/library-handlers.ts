import type { Handlers } from '../../shared/contract/serve.ts'
import type { HostContext } from './host-context.ts'
import { openLibrary } from './library.ts'
import { unreadDocument } from './library-document.ts'
import { readOnlyReply, refuse } from './refuse.ts'
import { guessRunbooks, suggestForIncident, suggestRunbooks } from './suggest-runbooks.ts'
import { createRunbookVerifier } from './verify-runbook.ts'

type LibraryCalls =
  | 'library.list'
  | 'library.read'
  | 'library.search'
  | 'library.trust'
  | 'incidents.similar'
  | 'incidents.resembling'
  | 'runbook.proposeVerified'
  | 'runbook.verify'
  | 'runbook.undoVerify'
  | 'runbooks.suggest'
  | 'runbooks.guess'

/** Calls about runbooks, the reference shelf, search, what happened before and how far to trust a runbook. */
export function libraryHandlers(context: HostContext): Pick<Handlers, LibraryCalls> {
  const library = openLibrary(context)
  const verifier = createRunbookVerifier(context)

  return {
    'library.list': async () => {
      const runbooks = new Map(context.workspace.runbooks().map(({ path, frontMatter }) => [path, frontMatter]))
      const listed = context.workspace.documents().map(({ text: _, ...document }) => ({
        ...document,
        alertnames: runbooks.get(document.path)?.alertnames ?? [],
      }))
      return { ok: true, value: listed }
    },
    'library.read': async ({ path }) => {
      const isAsked = (each: { readonly path: string }): boolean => each.path === path
      const unread = context.workspace.unread().find(isAsked)
      const document = context.workspace.documents().find(isAsked) ?? (unread && unreadDocument(unread))
      return document === undefined
        ? refuse('notFound', `There is no document at ${path} in this workspace.`)
        : { ok: true, value: document }
    },
    'library.search': async ({ query, filter, limit, more }) => ({
      ok: true,
      value: await library.search(query, filter, { limit, more }),
    }),
    'library.trust': async ({ path }) => ({ ok: true, value: await library.trust(path) }),
    'incidents.similar': ({ incident, limit }) => library.similar(incident, limit),
    'incidents.resembling': async ({ title, pipeline, limit }) => ({
      ok: true,
      value: await library.resembling(title, pipeline, limit),
    }),
    'runbook.proposeVerified': async ({ path }) => verifier.propose(path),
    'runbook.verify': async ({ path, baseSha256 }) => readOnlyReply(context) ?? verifier.verify(path, baseSha256),
    'runbook.undoVerify': async ({ path, baseSha256 }) => readOnlyReply(context) ?? verifier.undo(path, baseSha256),
    'runbooks.suggest': async (about) =>
      'incident' in about
        ? context.registry.reading(about.incident, ({ state }) => suggestForIncident(context, state()))
        : { ok: true, value: suggestRunbooks(context, about) },
    'runbooks.guess': (asked) => guessRunbooks(context, library, asked),
  }
}

import type { LibraryDocument } from '../contract/answers.ts'
import type { Problem } from '../kit/problem.ts'
import { parseRunbook } from '../runbook/parse-runbook.ts'
import type { Runbook } from '../runbook/runbook.ts'
import type { Team } from '../schedule/team.ts'
import { leftOutPlaces, wantedDocuments } from './chosen-places.ts'
import { findDocumentSecrets } from './find-bundle-secrets.ts'
import { maskSecretLines } from './mask-secret-lines.ts'
import type { AbsentDocument, OfflineChoice, TakenOut } from './offline-copy.ts'

/** What a copy is made from: a workspace as it was read. */
export type OfflineSource = {
  readonly team: Team
  /** When the earlier team.yaml was read that is in force instead of a broken one (UTC ISO, W1); null or left out when this one is. */
  readonly teamAsOf?: string | null
  readonly problems: readonly Problem[]
  readonly runbooks: readonly Runbook[]
  readonly documents: readonly LibraryDocument[]
}

/** Problems of files that could not be read at all, so that they are not among the documents. */
const UNREAD = new Set(['workspace/too-large', 'workspace/unreadable', 'workspace/not-text'])

/** Reads a text as the runbook it is. */
export type ReadDocument = (document: { readonly path: string; readonly text: string }) => Runbook

/** Reads each text once, and those that the workspace has read already not again. */
export function readerOf({ runbooks }: OfflineSource): ReadDocument {
  const read = new Map(runbooks.map((runbook) => [runbook.path, runbook]))
  return ({ path, text }) => {
    const known = read.get(path)
    if (known !== undefined && known.text === text) return known
    const parsed = parseRunbook({ path, text })
    read.set(path, parsed)
    return parsed
  }
}

/** The documents that are not in the copy although they stand in the workspace: left out on purpose, or unreadable and never read before. */
export function absentDocuments(source: OfflineSource, choice: OfflineChoice): AbsentDocument[] {
  const known = new Set(source.documents.map(({ path }) => path))
  return [
    ...leftOutPlaces(source, choice),
    ...source.problems
      .filter(({ rule, file }) => UNREAD.has(rule) && file !== 'team.yaml' && !known.has(file))
      .map(({ file, message }) => ({ path: file, why: message, documents: 1 })),
  ]
}

/** The documents of a choice, those with secrets masked when that was asked for, and the places of the secrets that are left. */
export type ChosenDocuments = {
  readonly documents: readonly LibraryDocument[]
  readonly linesMasked: readonly TakenOut[]
  readonly secrets: readonly Problem[]
}

/** Takes the documents of a choice out of the workspace (B1, B7). */
export function chooseDocuments(source: OfflineSource, choice: OfflineChoice, read: ReadDocument): ChosenDocuments {
  const chosen = wantedDocuments(source, choice).map((document) => {
    const { path } = document
    if (!choice.maskSecrets) return { document, count: 0 }
    const { text, lines } = maskSecretLines(read(document), (changed) => read({ path, text: changed }))
    return { document: { ...document, text }, count: lines.length }
  })
  const masked = chosen.filter(({ count }) => count > 0)
  return {
    documents: chosen.map(({ document }) => document),
    linesMasked: masked.map(({ document, count }) => ({ file: document.path, count })),
    secrets: chosen.flatMap(({ document }) => findDocumentSecrets(read(document))),
  }
}

import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import type { Clock, Ids } from '../../shared/ports.ts'
import { inboxPaths } from './intake/inbox-log.ts'
import { journalPaths } from './journal/journal-paths.ts'
import { createJournalStore, type JournalStore } from './journal/journal-store.ts'

/** What a backup is made of. */
export type BackupSource = {
  readonly dataFolder: string
  readonly store: JournalStore
  readonly clock: Clock
  readonly ids: Ids
}

/** A finished backup; `unsound` names the incidents whose log in it does not hold together, as it may be with the original. */
export type Backup = {
  readonly folder: string
  readonly madeAt: string
  readonly incidents: number
  readonly records: number
  readonly unsound: readonly string[]
}

/** Why there is none, in words; whatever was begun has been taken away. */
export type BackupFailure = { readonly message: string; readonly hint: string }

const copyIfThere = async (from: string, to: string): Promise<void> => {
  if (existsSync(from))
    await cp(from, to, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true })
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/** Why this folder cannot hold a backup of that data, or null. */
async function whyNot(dataFolder: string, target: string): Promise<BackupFailure | null> {
  const hint = 'Nothing was copied. Choose a folder on another disk or a synchronised one.'
  if (!isAbsolute(target)) return { message: `"${target}" is not a whole path.`, hint }
  const folder = await stat(target).catch(() => null)
  if (folder === null || !folder.isDirectory()) return { message: `There is no folder ${target}.`, hint }
  const way = relative(await realpath(dataFolder), await realpath(target))
  const isInside = way === '' || !(way.startsWith('..') || isAbsolute(way))
  return isInside ? { message: 'That folder is inside the data folder, and would be lost with it.', hint } : null
}

/** What a crash tore off a log and was moved aside (J5): nobody else has it. */
const isTornEnd = (name: string): boolean => name.startsWith('journal.torn')

/**
 * One incident. The head goes first, so that the copy's head can lag behind its log but never lead (J6), also when facts are
 * written meanwhile. A log only grows, so a copy that ends in half a line is what a power cut leaves: it is opened as such (J5).
 */
async function copyIncident(incident: string, from: string, to: string): Promise<void> {
  const [source, target] = [journalPaths(from), journalPaths(to)]
  await mkdir(target.folder(incident), { recursive: true })
  await copyIfThere(source.head(incident), target.head(incident))
  await copyFile(source.journal(incident), target.journal(incident))
  await copyIfThere(source.evidence(incident), target.evidence(incident))
  for (const name of await readdir(source.folder(incident)))
    if (isTornEnd(name)) await copyFile(join(source.folder(incident), name), join(target.folder(incident), name))
  await flush(target.journal(incident))
}

/** The alerts that came in. Their log is appended to, or replaced as a whole: a copy that ends in half a line is opened as such (A25). */
async function copyInbox(from: string, to: string): Promise<void> {
  const [source, target] = [inboxPaths(from), inboxPaths(to)]
  if (!existsSync(source.log)) return
  await mkdir(target.folder)
  await copyIfThere(source.aside, target.aside)
  await copyFile(source.log, target.log)
  await flush(target.log)
}

/** Reads every record of the copy again: a backup counts when it was seen to open, not when it was written. */
async function verifyCopy(source: BackupSource, folder: string, incidents: readonly string[]) {
  const store = createJournalStore({ dataFolder: folder, clock: source.clock, ids: source.ids, readOnly: true })
  const unsound: string[] = []
  let records = 0
  for (const incident of incidents) {
    const opened = await store.open(incident)
    const kind = opened.ok ? opened.value.integrity().kind : 'unreadable'
    if (opened.ok) records += opened.value.head().seq
    if (kind !== 'intact' && kind !== 'tornTailMovedAside') unsound.push(incident)
    if (opened.ok) opened.value.close()
  }
  return { records, unsound }
}

/**
 * Copies all incidents with their evidence, and the alerts that came in, into a new folder under `target`, verifies the copy and gives it its name. The
 * copy is a data folder of its own: starting with `--data` on it is the restore. Nothing existing is ever overwritten.
 */
export async function makeBackup(source: BackupSource, target: string): Promise<Result<Backup, BackupFailure>> {
  const refusal = await whyNot(source.dataFolder, target)
  if (refusal !== null) return fail(refusal)
  const madeAt = new Date(source.clock.nowMs()).toISOString()
  const folder = join(target, `nightdesk-backup-${madeAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`)
  if (existsSync(folder)) return fail({ message: `${folder} is there already.`, hint: 'Try again in a second.' })
  const unfinished = `${folder}.unfinished`
  const incidents = source.store.incidents()
  try {
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(journalPaths(unfinished).heads, { recursive: true, mode: 0o700 })
    await mkdir(journalPaths(unfinished).incidents)
    for (const incident of incidents) await copyIncident(incident, source.dataFolder, unfinished)
    await copyInbox(source.dataFolder, unfinished)
    const found = await verifyCopy(source, unfinished, incidents)
    await rename(unfinished, folder)
    return ok({ folder, madeAt, incidents: incidents.length, ...found })
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
    const reason = reasonOf(error)
    const hint = 'Your incidents are untouched. Make room or choose another folder, then try again.'
    return fail({ message: `The backup was not made: ${reason}`, hint })
  }
}

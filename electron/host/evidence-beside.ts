import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/** Throws where a link or a file stands under the name of a folder: what is reached through a link is somebody else's, and is never written or removed. */
function refuseLink(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found === undefined || found.isDirectory()) return
  const what = found.isSymbolicLink() ? 'a link to another place' : 'no folder'
  throw new Error(`${folder} is ${what}, and evidence is put in a folder of that name`)
}

/**
 * The folder beside an export in which the evidence of one incident is put, by itself, so that exports of several incidents can stand side by side. Throws where
 * it, or the folder above it, is a link.
 */
export function evidenceBeside(toFolder: string, incident: string): string {
  const all = join(toFolder, 'evidence')
  const own = join(all, incident)
  refuseLink(all)
  refuseLink(own)
  return own
}

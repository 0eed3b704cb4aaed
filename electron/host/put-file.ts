import { accessSync, chmodSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Any of what owner, group and others may do. */
const RIGHTS = 0o777

/** What an old file may be done to by whom, so that the new one is no more open; undefined when there is none. Throws where it may not be written. */
function rightsOf(file: string): number | undefined {
  const old = statSync(file, { throwIfNoEntry: false })
  if (old === undefined) return undefined
  accessSync(file, constants.W_OK)
  return old.mode & RIGHTS
}

/**
 * Puts a text in a file whole or not at all: written beside, then renamed over the old one. So what the old one was a link to, or another name of, keeps its
 * content. `rights` are those of the file (0o600: its owner alone); without them those of the old one. Throws what the disk throws; nothing is left behind then.
 */
export function putFile(file: string, text: string, rights = rightsOf(file)): void {
  const beside = `${file}.nightdesk-new`
  // What somebody left under that name may be a link, and is not written through.
  rmSync(beside, { force: true })
  try {
    writeFileSync(beside, text, { flag: 'wx', ...(rights !== undefined && { mode: rights }) })
    if (rights !== undefined) chmodSync(beside, rights)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

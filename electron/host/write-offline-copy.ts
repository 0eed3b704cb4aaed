import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OFFLINE_TITLE } from './offline-copy-file.ts'
import { putFile } from './put-file.ts'

/** What is looked at of a file to see what it is. Bytes; the title of a copy stands well within. */
const HEAD_BYTES = 4_096

/** Writes a copy whole or not at all, readable by its owner alone: it holds phone numbers, so nothing of it is left when that fails. */
export function writeOfflineCopy(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  putFile(file, text, 0o600)
}

/** A path in a folder that no file has yet: `name.html`, else `name-2.html` and so on. Nothing that is there is ever replaced. */
export function freeFile(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${name}${number === 1 ? '' : `-${number}`}.html`)
    if (!existsSync(file)) return file
  }
}

/** Whether a file is an offline copy that a newer one may replace. Throws when it cannot be read. */
export function isOfflineCopy(file: string): boolean {
  const head = Buffer.alloc(HEAD_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    const bytes = readSync(descriptor, head, 0, HEAD_BYTES, 0)
    return head.toString('utf8', 0, bytes).includes(`<title>${OFFLINE_TITLE}</title>`)
  } finally {
    closeSync(descriptor)
  }
}

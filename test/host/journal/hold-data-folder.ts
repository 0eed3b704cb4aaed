import { writeSync } from 'node:fs'
import { acquireDataFolderLock } from '../../../electron/host/journal/data-folder-lock.ts'

/** A process that takes a data folder, says so, and keeps it until its input ends. */
const lock = acquireDataFolderLock(process.argv[2] ?? '')
writeSync(1, lock.held ? 'held\n' : `refused: ${lock.holder}\n`)
process.stdin.on('end', () => {
  if (lock.held) lock.release()
})
process.stdin.resume()

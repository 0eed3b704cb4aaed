import { parentPort, workerData } from 'node:worker_threads'
import { readNext, type SharedWork } from './shared-work.ts'

/** Reads as long as there is something to read, and ends. */
function readAll(port: NonNullable<typeof parentPort>, work: SharedWork): void {
  for (let read = readNext(work); read; read = readNext(work)) port.postMessage(read)
}

if (parentPort !== null) readAll(parentPort, workerData as SharedWork)

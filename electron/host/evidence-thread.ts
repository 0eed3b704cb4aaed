import { Worker } from 'node:worker_threads'
import type { CopiedEvidence, EvidenceCopy } from './copy-evidence.ts'
import { evidenceWorkerScript } from './evidence-worker-script.ts'
import type { EvidenceSearch, FilesByValue } from './search-evidence.ts'

/** What the thread is started for. */
export type EvidenceJob = ({ readonly kind: 'copy' } & EvidenceCopy) | ({ readonly kind: 'search' } & EvidenceSearch)

function inThread<T>(job: EvidenceJob): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(evidenceWorkerScript, {
      workerData: job,
      eval: typeof evidenceWorkerScript === 'string',
      name: 'evidence of an export',
    })
    worker.once('message', (done: T) => resolve(done))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that reads evidence ended with ${code}`)))
  })
}

/** Copies evidence in a thread of its own, which ends with it. Rejects with what the disk throws, and when there can be no thread. */
export const copyEvidenceInThread = (copy: EvidenceCopy): Promise<CopiedEvidence> => inThread({ kind: 'copy', ...copy })

/** Looks for values in evidence, in the same way. */
export const searchEvidenceInThread = (search: EvidenceSearch): Promise<FilesByValue> =>
  inThread({ kind: 'search', ...search })

import { Worker } from 'node:worker_threads'
import type { CopiedEvidence, EvidenceCopy } from './copy-evidence.ts'
import { copyEvidenceWorkerScript } from './copy-evidence-worker-script.ts'

/** Copies evidence in a thread of its own, which ends with it. Rejects with what the disk throws, and when there can be no thread. */
export function copyEvidenceInThread(copy: EvidenceCopy): Promise<CopiedEvidence> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(copyEvidenceWorkerScript, {
      workerData: copy,
      eval: typeof copyEvidenceWorkerScript === 'string',
      name: 'evidence of an export',
    })
    worker.once('message', (copied: CopiedEvidence) => resolve(copied))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that copies evidence ended with ${code}`)))
  })
}

import { parentPort, workerData } from 'node:worker_threads'
import { copyEvidence } from './copy-evidence.ts'
import type { EvidenceJob } from './evidence-thread.ts'
import { searchEvidence } from './search-evidence.ts'

const job = workerData as EvidenceJob
parentPort?.postMessage(job.kind === 'copy' ? copyEvidence(job) : searchEvidence(job))

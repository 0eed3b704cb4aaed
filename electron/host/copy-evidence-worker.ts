import { parentPort, workerData } from 'node:worker_threads'
import { copyEvidence, type EvidenceCopy } from './copy-evidence.ts'

parentPort?.postMessage(copyEvidence(workerData as EvidenceCopy))

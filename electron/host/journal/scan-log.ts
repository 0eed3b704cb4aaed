import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { type ChainPosition, chainStart, checkLine, readLine } from '../../../shared/journal/check-line.ts'
import type { Damage } from '../../../shared/journal/damage.ts'
import type { LogPosition, LogScan } from '../../../shared/journal/judge-anchor.ts'
import type { Sha256 } from '../../../shared/journal/record-hash.ts'
import type { Disk } from './disk.ts'
import { readLines } from './read-lines.ts'

/** How long the scan may hold the event loop before it lets others run (P4). */
const sliceMs = 8

/** What to read and whom to tell. */
export type ScanRequest = {
  readonly disk: Disk
  readonly path: string
  /** Bytes to look at; what lies behind is not judged. Null takes the whole file. */
  readonly bytes: number | null
  /** Whose records these must be; null takes the first record's word for it (a file standing alone). */
  readonly incident: string | null
  readonly anchorSeq: number
  readonly sha256: Sha256
  readonly onRecord?: (record: FactRecord, endsAt: number) => void
  readonly onProgress?: (progress: ScanProgress) => void
}

/** How far a scan has come, in bytes and records. */
export type ScanProgress = { readonly bytes: number; readonly ofBytes: number; readonly seq: number }

/** The scan, and how many bytes after the intact prefix are an unfinished write. */
export type LogFindings = LogScan & { readonly tornBytes: number }

/** Checks a log line by line (J3), letting the event loop run at least every 8 ms. Throws an errno exception. */
export async function scanLog(request: ScanRequest): Promise<LogFindings> {
  const fd = request.disk.open(request.path, 'r')
  try {
    return await scanLines({ ...request, fd, bytes: request.bytes ?? request.disk.size(fd) })
  } finally {
    request.disk.close(fd)
  }
}

type OpenScan = ScanRequest & { readonly fd: number; readonly bytes: number }

async function scanLines(request: OpenScan): Promise<LogFindings> {
  let last: LogPosition = { ...chainStart, bytes: 0 }
  let atAnchor: LogPosition | null = null
  let incident = request.incident
  let damage: Damage | null = null
  let sliceEndsMs = performance.now() + sliceMs
  for (const line of readLines(request.disk, request.fd, 0, request.bytes)) {
    if (!line.whole) break
    incident ??= claimedIncident(last, line.text, request.sha256)
    const checked = checkLine(last, line.text, incident, request.sha256)
    if (!checked.ok) {
      damage = checked.error
      break
    }
    last = { seq: checked.value.seq, hash: checked.value.hash, bytes: line.endsAt }
    if (last.seq === request.anchorSeq) atAnchor = last
    request.onRecord?.(checked.value, line.endsAt)
    if (performance.now() >= sliceEndsMs) {
      request.onProgress?.({ bytes: last.bytes, ofBytes: request.bytes, seq: last.seq })
      await new Promise((resume) => setImmediate(resume))
      sliceEndsMs = performance.now() + sliceMs
    }
  }
  return settleEnd(request, { last, damage, atAnchor })
}

function claimedIncident(before: ChainPosition, text: string, sha256: Sha256): string {
  const first = readLine(before.seq + 1, text, sha256)
  return first.ok ? first.value.incident : ''
}

/**
 * Tells an unfinished write from damage (J5): bytes after the last newline, or an end that holds NUL bytes where a sector
 * never reached the disk. The second only where no anchor vouches for those records and no whole record follows.
 */
function settleEnd(request: OpenScan, scan: LogScan): LogFindings {
  const rest = request.bytes - scan.last.bytes
  if (scan.damage === null) return { ...scan, tornBytes: rest }
  const vouched = request.anchorSeq > scan.last.seq
  if (vouched || !isUnwrittenEnd(request, scan.last)) return { ...scan, tornBytes: 0 }
  return { ...scan, damage: null, tornBytes: rest }
}

function isUnwrittenEnd(request: OpenScan, last: LogPosition): boolean {
  let sawNul = false
  for (const line of readLines(request.disk, request.fd, last.bytes, request.bytes)) {
    if (line.text.includes('\0')) sawNul = true
    else if (!line.whole || readLine(last.seq + 1, line.text, request.sha256).ok || !sawNul)
      return sawNul && !line.whole
  }
  return sawNul
}

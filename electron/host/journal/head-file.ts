import { z } from 'zod'
import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { type Disk, readBytes, withFile } from './disk.ts'
import { replaceFile } from './replace-file.ts'

const headSchema = z.object({
  v: z.literal(1),
  seq: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0),
  cache: z.unknown().optional(),
})

/** The anchor of a log, kept outside it (J6). `cache` is the host's own JSON for exactly this head; the journal never reads it. */
export type Head = LogPosition & { readonly v: 1; readonly cache?: unknown }

/** Reads a head, or null when there is none or it is not readable: an anchor is a witness, and its absence proves nothing. */
export function readHeadFile(disk: Disk, path: string): Head | null {
  try {
    const bytes = withFile(disk, path, 'r', (fd) => readBytes(disk, fd, 0, disk.size(fd)))
    const head: unknown = JSON.parse(bytes.toString('utf8'))
    const checked = headSchema.safeParse(head)
    return checked.success ? checked.data : null
  } catch {
    return null
  }
}

/** Writes a head whole or not at all; false when the disk refused, in which case the older head still stands. */
export function writeHeadFile(disk: Disk, path: string, head: Head, durable: boolean): boolean {
  try {
    replaceFile(disk, path, Buffer.from(JSON.stringify(head)), durable)
    return true
  } catch {
    return false
  }
}

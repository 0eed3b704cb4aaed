import { z } from 'zod'
import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { type Disk, readBytes, withFile } from './disk.ts'

/** The length of every head file: JSON, padded with blanks to half a disk sector, so that it can be overwritten in place. */
export const headBytes = 256

const headSchema = z.object({
  v: z.literal(1),
  seq: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0),
})

/** The anchor of a log, kept outside it (J6): where the log stood when the head was last written. */
export type Head = z.infer<typeof headSchema>

/** A head as it stands on disk. */
export function headFileBytes({ seq, hash, bytes }: LogPosition): Buffer {
  return Buffer.from(`${JSON.stringify({ v: 1, seq, hash, bytes } satisfies Head).padEnd(headBytes - 1)}\n`)
}

/** Reads a head, or null when there is none or it is not readable: an anchor is a witness, and its absence proves nothing. */
export function readHeadFile(disk: Disk, path: string): Head | null {
  try {
    const bytes = withFile(disk, path, 'r', (fd) => readBytes(disk, fd, 0, disk.size(fd)))
    const checked = headSchema.safeParse(JSON.parse(bytes.toString('utf8')))
    return checked.success ? checked.data : null
  } catch {
    return null
  }
}

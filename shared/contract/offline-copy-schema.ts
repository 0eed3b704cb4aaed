import { z } from 'zod'
import { everything, MOST_WEEKS, offlineParts } from '../bundle/offline-copy.ts'
import { SHORTEST_PASSPHRASE } from '../bundle/sealed.ts'
import { libraryPath } from './input-parts.ts'

/** What is to go into an offline copy, and how it is to leave; all of it, and not encrypted, unless told otherwise. */
export const offlineCopySchema = z.object({
  parts: z
    .array(z.enum(offlineParts))
    .min(1)
    .default([...everything.parts]),
  contacts: z.boolean().default(everything.contacts),
  weeks: z.number().int().min(1).max(MOST_WEEKS).default(everything.weeks),
  only: z.array(libraryPath).max(10_000).default([]),
  leaveOut: z.array(libraryPath).max(10_000).default([]),
  maskSecrets: z.boolean().default(false),
  despiteErrors: z.boolean().default(false),
  /** Encrypts the copy; never written anywhere. */
  passphrase: z.string().min(SHORTEST_PASSPHRASE).max(1_000).nullable().default(null),
})

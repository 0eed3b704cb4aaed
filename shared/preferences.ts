import { z } from 'zod'
import type { Preferences } from './ports.ts'

const text = z.string().min(1).nullable().catch(null)

const preferencesSchema = z.object({
  me: text,
  theme: z.enum(['dark', 'light', 'system']).catch('dark'),
  timezone: text,
  workspace: text,
  runCommands: z.boolean().catch(false),
  backupFolder: text,
  lastBackup: z
    .object({ at: z.iso.datetime(), folder: z.string().min(1) })
    .nullable()
    .catch(null),
})

/** Reads preferences from whatever a file holds: one bad value costs that value, never the rest. */
export const readPreferences = (stored: unknown): Preferences =>
  preferencesSchema.parse(typeof stored === 'object' && stored !== null ? { ...stored } : {})

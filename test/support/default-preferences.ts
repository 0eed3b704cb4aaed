import type { Preferences } from '../../shared/ports.ts'

/** What a console that was never set up goes by, written out: tests hold the product to it. */
export const defaultPreferences: Preferences = {
  me: null,
  theme: 'dark',
  timezone: null,
  workspace: null,
  runCommands: false,
  backupFolder: null,
  lastBackup: null,
}

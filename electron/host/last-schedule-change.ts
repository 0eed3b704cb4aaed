import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const changeSchema = z.object({
  workspace: z.string(),
  words: z.string(),
  changedAt: z.string(),
  by: z.string().nullable().default(null),
  before: z.string(),
  afterSha256: z.string(),
})

/** The last change that was made to team.yaml from here, with the text from before it. */
export type LastScheduleChange = z.infer<typeof changeSchema>

const fileIn = (dataFolder: string): string => join(dataFolder, 'last-schedule-change.json')

/** The last change, if one is remembered. What cannot be read is nothing to take back. */
export function readLastChange(dataFolder: string): LastScheduleChange | null {
  try {
    return changeSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return null
  }
}

/** Remembers the last change across a restart, or forgets it. Losing it only loses the undo, so a failure is no failure of the change. */
export function keepLastChange(
  dataFolder: string,
  change: LastScheduleChange | null,
  log: (line: string) => void,
): void {
  const file = fileIn(dataFolder)
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (change === null) rmSync(file, { force: true })
    else {
      // The text of the team file holds people's numbers. The mode counts only where the file is made anew.
      rmSync(file, { force: true })
      writeFileSync(file, JSON.stringify(change), { mode: 0o600 })
    }
  } catch (error) {
    log(`the last schedule change was not remembered: ${String(error)}`)
  }
}

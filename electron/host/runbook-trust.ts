import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const trustSchema = z.object({
  trusted: z.array(z.object({ folder: z.string(), sha256: z.string(), at: z.string() })),
})

/** Which runbook texts may have their commands run, as editors trust folders: by workspace folder and content (R7). */
export type RunbookTrust = {
  readonly isTrusted: (folder: string, sha256: string) => boolean
  readonly grant: (folder: string, sha256: string, at: string) => void
}

/** Opens the list in the data folder. A file that cannot be read trusts nothing. */
export function openRunbookTrust(dataFolder: string): RunbookTrust {
  const file = join(dataFolder, 'trusted-runbooks.json')
  const read = (): z.infer<typeof trustSchema> => {
    try {
      return trustSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return { trusted: [] }
    }
  }
  const isTrusted = (folder: string, sha256: string): boolean =>
    read().trusted.some((each) => each.folder === folder && each.sha256 === sha256)
  return {
    isTrusted,
    grant: (folder, sha256, at) => {
      if (isTrusted(folder, sha256)) return
      mkdirSync(dirname(file), { recursive: true })
      const trusted = [...read().trusted, { folder, sha256, at }]
      writeFileSync(file, `${JSON.stringify({ trusted }, null, 2)}\n`, { mode: 0o600 })
    },
  }
}

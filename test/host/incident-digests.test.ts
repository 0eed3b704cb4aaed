import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HostContext } from '../../electron/host/host-context.ts'
import { createIncidentDigests } from '../../electron/host/incident-digests.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { ok } from '../../shared/kit/result.ts'
import { declaration, minuteMs, recordOf, stated } from '../support/log-builder.ts'

let dataFolder: string
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-digests-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true }))

/** Digests over logs of one declaration each, of which some are away. */
function over(count: number) {
  const incidents = Array.from({ length: count }, (_, at) => `20261114-${String(at).padStart(4, '0')}`)
  const away = new Set<string>()
  const said: string[] = []
  const read: string[] = []
  const peek = (incident: string) => {
    read.push(incident)
    if (away.has(incident)) throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' })
    return ok({ records: [recordOf(stated('incident.declared', declaration()), 1, minuteMs(0), incident)] })
  }
  const integrity = { kind: 'unchecked' } as const
  const context = {
    dataFolder,
    store: { peek, readHead: () => null },
    registry: { list: () => incidents.map((incident) => ({ incident, seq: 1, integrity }) as IncidentSummary) },
    readOnly: null,
    log: (line: string) => said.push(line),
  } as unknown as HostContext
  return { digests: createIncidentDigests(context), incidents, away, said, read }
}

it('a log that is away is missing for so long and stops nothing else', async () => {
  const { digests, incidents, away, said } = over(3)
  away.add(incidents[0] ?? '')
  expect(await digests.upToDate()).toHaveLength(2)
  expect(await digests.upToDate()).toHaveLength(2)
  expect(said).toEqual([expect.stringContaining(`${incidents[0]} could not be read: ENOENT`)])
  away.clear()
  expect(await digests.upToDate()).toHaveLength(3)
})

it('windows that ask at once share one reading, and the cache is written once', async () => {
  const { digests, incidents, said, read } = over(20)
  const asked = [1, 2, 3, 4, 5].map(() => digests.upToDate())
  for (const profiles of await Promise.all(asked)) expect(profiles).toHaveLength(20)
  expect(read).toEqual(incidents)
  expect(said).toEqual([])
  expect(readdirSync(join(dataFolder, 'cache/digests'))).toHaveLength(20)
})

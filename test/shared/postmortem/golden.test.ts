import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FactRecord, recordEnvelopeSchema } from '../../../shared/incident/facts/fact-catalog.ts'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { renderMarkdown } from '../../../shared/postmortem/render-markdown.ts'

const incidents = join(import.meta.dirname, '../../../fixtures/incidents')
const postmortems = join(import.meta.dirname, '../../../fixtures/postmortems')
/** UPDATE_POSTMORTEMS=1 writes the golden files anew; the change is then reviewed as a diff. */
const isUpdate = process.env.UPDATE_POSTMORTEMS === '1'

const files = existsSync(incidents) ? readdirSync(incidents) : []
const journals = files.filter((file) => file.endsWith('.ndjson'))

const readJournal = (file: string): readonly FactRecord[] =>
  readFileSync(join(incidents, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => recordEnvelopeSchema.parse(JSON.parse(line)))

describe('P1 golden postmortems', () => {
  it('P1 there is a journal to read once the folder has files', () => {
    expect(journals.length > 0 || files.length === 0).toBe(true)
  })

  it.each(journals)('P1 %s gives its postmortem, byte for byte', (file) => {
    const golden = join(postmortems, file.replace(/\.ndjson$/, '.md'))
    const text = renderMarkdown(composePostmortem(readJournal(file), { timezone: 'America/New_York' }))
    if (isUpdate) writeFileSync(golden, text)
    expect(existsSync(golden), `no golden file: run with UPDATE_POSTMORTEMS=1 and review ${golden}`).toBe(true)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })
})

import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flag, hostileCorpus } from './hostile-corpus.ts'

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')

const yamlText = (text: string): string => JSON.stringify(text.replace(/\p{C}/gu, ' '))
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The team as a hostile hand would write it: people, pipelines, sources and datasets named by payloads. */
function hostileTeam(): string {
  const name = (index: number): string => yamlText(hostileCorpus[(index * 7) % hostileCorpus.length] ?? '')
  const ids = hostileCorpus.map((_, index) => `p-${index}`)
  const people = ids.map(
    (id, index) =>
      `  - {id: ${id}, name: ${yamlText(hostileCorpus[index] ?? '')}, phone: "+1 555 01", email: a@example.com, timezone: Europe/Berlin, country: DE}`,
  )
  const pipelines = ids.slice(0, 40).map(
    (id, index) => `  - id: line-${index}
    name: ${name(index)}
    primary: ${id}
    secondary: p-${index + 1}
    lead: p-${index + 2}
    tier: investor
    dataset: ${name(index + 3)}
    sla: {by: "08:00", timezone: Europe/Berlin, days: daily}
    sources: [{name: ${name(index + 5)}, owner: p-${index + 3}, kind: api}]
    consumers: [{name: ${name(index + 6)}, contact: p-${index + 4}}]`,
  )
  return [
    'people:',
    ...people,
    'pipelines:',
    ...pipelines,
    'rotation:',
    '  start: 2026-11-02',
    '  handover: {day: monday, at: "10:00", timezone: Europe/Berlin}',
    '  weeks: [{primary: p-0, backup: p-1}, {primary: p-2, backup: p-3}]',
    'channels: {}',
    '',
  ].join('\n')
}

const hostileRunbook = (): string =>
  [
    '---',
    'id: hostile',
    `title: ${yamlText(`Runbook <img src=x onerror=window.${flag}=1>`)}`,
    'pipeline: line-0',
    'owner: p-0',
    '---',
    '',
    '## Failure scenarios',
    '',
    ...hostileCorpus
      .slice(0, 30)
      .flatMap((payload, index) => [
        `### Way ${index} ${inOneLine(payload)}`,
        '',
        `Symptoms: ${inOneLine(payload)}`,
        '',
        `- [ ] ${inOneLine(payload)}`,
        '',
      ]),
    '## Debugging steps',
    '',
    ...hostileCorpus.flatMap((payload) => [
      `- [ ] Do ${inOneLine(payload)}`,
      '  ```sh',
      `  echo ${inOneLine(payload)} <date>`,
      '  ```',
    ]),
    '',
  ].join('\n')

/** A copy of the demo workspace in which every name, step and page was written by a hostile hand. Gives its folder. */
export function makeHostileWorkspace(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `nightdesk-hostile-${name}-`))
  cpSync(demoWorkspace, folder, { recursive: true })
  writeFileSync(join(folder, 'team.yaml'), hostileTeam())
  writeFileSync(join(folder, 'runbooks/hostile.md'), hostileRunbook())
  writeFileSync(join(folder, 'reference/hostile.md'), `# Hostile reference\n\n${hostileCorpus.join('\n\n')}\n`)
  hostileCorpus.forEach((payload, index) => {
    writeFileSync(
      join(folder, `reference/hostile-${index}.md`),
      `# Page ${index}\n\n${payload}\n\nneedle in the page\n`,
    )
  })
  return folder
}

import { describe, expect, it } from 'vitest'
import { topicOf } from '../../../shared/runbook/words/topic.ts'
import { runbookOf } from './read-sample.ts'

const synonyms = {
  sources: ['Data sources', 'SOURCES', '2. Inputs', 'Upstream dependencies', 'Where the data comes from', 'Lineage'],
  sla: ['SLA', 'SLO / SLI', 'Target SLAs', 'Service level', 'Service Level Objectives', 'Freshness targets', '⏰ SLAs'],
  scenarios: [
    'Failure scenarios',
    'Failure modes',
    'Common failures',
    'Known issues',
    'Common problems',
    'What can go wrong',
    'Potential issues and resolutions',
    'Known problems & fixes',
  ],
  debugging: [
    'Debugging steps',
    'Diagnosis',
    '**Investigation**',
    '🔍 Troubleshooting',
    '3) Triage',
    'How to debug',
    'Checklist',
    'Initial response',
    'Diagnosis & triage',
    'Debugging the 08:00 report',
  ],
  mitigation: [
    'Mitigation',
    'How to fix',
    'Remediation',
    'RESOLUTION:',
    'Resolution steps',
    'Possible resolutions',
    'How do I fix it?',
    'Rollback procedure',
    'What to do',
    'Recovery',
  ],
  escalation: [
    'Escalation',
    'Contacts',
    'Escalation path',
    '📞 Escalation policy',
    'Who to call',
    'When to escalate',
    'Still stuck?',
  ],
  meaning: [
    'Meaning',
    'Overview',
    'Description',
    'Summary',
    'What does this alert mean?',
    'What it means',
    'About this alert',
    'TL;DR',
  ],
  impact: ['Impact', 'Business impact', 'Who is affected', 'Blast radius', 'User impact'],
} as const

describe('R2 key parts', () => {
  it.each(Object.entries(synonyms).flatMap(([kind, headings]) => headings.map((heading) => [heading, kind] as const)))(
    'R2 "%s" is %s',
    (heading, kind) => {
      expect(topicOf(heading.replaceAll('*', ''))).toBe(kind)
    },
  )

  it.each([
    'Restart the loader',
    'KubePodNotReady',
    'Check the SLA of the upstream team by phone',
    'Resolution of the display',
    '',
    '—',
    'x'.repeat(500),
  ])('R2 "%s" announces no key part', (heading) => {
    expect(topicOf(heading)).not.toBe('sla')
    if (!heading.startsWith('Resolution')) expect(topicOf(heading)).toBeUndefined()
  })

  it('R2 a part holds what stands below its heading, and the parts hold every line', () => {
    const { parts } = runbookOf(
      'intro',
      '# Title',
      'lead',
      '## Diagnosis',
      'a',
      '### Logs',
      'b',
      '## Notes of ours',
      'c',
      '## Escalation',
      'd',
    )
    expect(parts.map(({ kind, heading, line, endLine }) => [kind, heading, line, endLine])).toEqual([
      ['other', '', 1, 1],
      ['other', 'Title', 2, 3],
      ['debugging', 'Diagnosis', 4, 7],
      ['other', 'Notes of ours', 8, 9],
      ['escalation', 'Escalation', 10, 11],
    ])
    expect(parts[2]?.markdown).toBe('## Diagnosis\na\n### Logs\nb')
  })

  it('R2 each sub-heading of the failure scenarios is a scenario with its symptoms', () => {
    const { scenarios } = runbookOf(
      '## Failure scenarios',
      '### Late data',
      '**Symptoms:** no partition for today.',
      '1. Wait',
      '### Broken transformation',
      'A total moved although the sources are on time.',
      '1. Roll back',
      '### High latency',
      '#### Symptoms',
      '- tasks run long',
      '- the queue is full',
      '#### Resolution',
      '- Add workers',
    )
    expect(scenarios.map(({ id, symptoms, steps }) => [id, symptoms, steps.map(({ text }) => text)])).toEqual([
      ['late-data', 'no partition for today.', ['Wait']],
      ['broken-transformation', 'A total moved although the sources are on time.', ['Roll back']],
      ['high-latency', 'tasks run long; the queue is full', ['Add workers']],
    ])
  })

  it('R2 scenarios of one name get an id each', () => {
    const { scenarios } = runbookOf('## Known issues', '### Late', '1. Wait', '### Late', '1. Call')
    expect(scenarios.map(({ id }) => id)).toEqual(['late', 'late-1'])
  })

  it('R4 one big file: a section for each alert is a scenario, and the first heading is no title if it is one', () => {
    const { scenarios, titleFrom } = runbookOf(
      '# DiskFull',
      '## Meaning',
      'x',
      '## Mitigation',
      '1. Clean',
      '# DiskSlow',
      '## Meaning',
      'y',
      '## Mitigation',
      '1. Swap',
    )
    expect(titleFrom).toBe('file name')
    expect(scenarios.map(({ title, steps }) => [title, steps.map(({ text }) => text)])).toEqual([
      ['DiskFull', ['Clean']],
      ['DiskSlow', ['Swap']],
    ])
  })

  it('R4 phases of one procedure are not scenarios', () => {
    const { scenarios, steps } = runbookOf(
      '# Restore',
      '## Stop writers',
      '1. Stop',
      '## Copy files',
      '1. Copy',
      '## Start writers',
      '1. Start',
    )
    expect(scenarios).toEqual([])
    expect(steps.map(({ text }) => text)).toEqual(['Stop', 'Copy', 'Start'])
  })

  it('R4 instructions that speak of trouble are steps to take, not scenarios', () => {
    const { scenarios, steps } = runbookOf(
      '## Diagnosis',
      '### Check for late data',
      '1. Look',
      '### Find failed tasks',
      '1. List them',
      '### Step 3: the slow query',
      '1. Read it',
    )
    expect(scenarios).toEqual([])
    expect(steps.map(({ text }) => text)).toEqual(['Look', 'List them', 'Read it'])
  })

  it('R4 a lone label above the real parts is no scenario, one with steps is', () => {
    expect(runbookOf('# T', '## Alert: RowsMissing', 'Severity 2', '## Diagnosis', '1. Look').scenarios).toEqual([])
    expect(runbookOf('# T', '## Alert: RowsMissing', '1. Look').scenarios).toMatchObject([
      { title: 'RowsMissing', steps: [{ text: 'Look' }] },
    ])
  })

  it('R2.3 a name that only gathers alerts with numbers is no scenario beside them', () => {
    const alerts = ['## RingLoader', '### Alert 1: rows are late', 'Look.', '### Alert 2: rows are lost', 'Copy them.']
    const { scenarios } = runbookOf('# Alerts of rings', ...alerts, '## RingStore', '### Alert 1: torn', 'Mend it.')
    expect(scenarios.map(({ title }) => title)).toEqual(['rows are late', 'rows are lost', 'torn'])
  })
})

describe('R1 the name that links point at', () => {
  it.each([
    ['# Mend the late ring [late-ring]', 'Mend the late ring', 'late-ring'],
    ['# Mend the ring {#late}', 'Mend the ring', 'late'],
    ['# Mend the ring {: #late .note}', 'Mend the ring', 'late'],
  ])('R1 behind the heading it is no part of the title: %s', (heading, title, anchor) => {
    const runbook = runbookOf(heading, '', '## Diagnosis', '', '1. Look')
    expect(runbook.title).toBe(title)
    expect(runbook.anchors).toContain(anchor)
  })

  it('R1 what does not echo the heading is a word of it', () => {
    expect(runbookOf('# Mend the ring [read-only]', '', '1. Look').title).toBe('Mend the ring [read-only]')
    expect(runbookOf('# Mend the ring [P1]', '', '1. Look').title).toBe('Mend the ring [P1]')
  })
})

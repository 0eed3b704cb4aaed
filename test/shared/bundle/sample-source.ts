import type { OfflineSource } from '../../../shared/bundle/offline-source.ts'
import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'

const TEAM = `
people:
  - {id: eng-a, name: Engineer A, email: a@example.com, phone: "+1 555 0141", timezone: America/New_York, country: US, slack: U0DEMO00A}
  - {id: eng-b, name: Engineer B, email: b@example.com, phone: "+1 555 0142", timezone: Europe/Berlin, country: DE, slack: U0DEMO00B}
  - {id: upstream, name: Upstream desk, email: up@example.com, phone: "+1 555 0155", timezone: Asia/Kolkata}
pipelines:
  - {id: profit, name: Profit, primary: eng-a, secondary: eng-b, tier: investor, sla: {by: "08:00", timezone: America/New_York, days: daily}}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: America/New_York}
  weeks: [{primary: eng-a, backup: eng-b}, {primary: eng-b, backup: eng-a}]
`

const PROFIT = `---
title: Profit is late
pipeline: profit
owner: eng-a
lastVerified: 2026-11-01
reviewEvery: P30D
---

# Profit is late

## Diagnosis

1. Check the source, see [the list](../reference/list.md#who-to-call).
2. Run it again.
   \`\`\`sh
   rerun profit
   \`\`\`

## Escalation

Call Engineer A on +1-555-0141 or a@example.com (U0DEMO00A), the vendor on +49 30 901820.
`

const LIST = '# List\n\n## Who to call\n\nThe upstream desk: +1 (555) 0155.\n'

/** The workspace of these tests: one team, one runbook, one page of reference, or other texts by path. */
export function sampleSource(texts: Readonly<Record<string, string>> = {}, team = TEAM): OfflineSource {
  const files = { 'runbooks/profit.md': PROFIT, 'reference/list.md': LIST, ...texts }
  const read = Object.entries(files).map(([path, text]) => parseRunbook({ path, text }))
  const parsed = parseTeam({ path: 'team.yaml', text: team })
  const documents = read.map(
    ({ path, title, text, frontMatter, scenarios }): LibraryDocument => ({
      kind: path.startsWith('runbooks/') ? 'runbook' : 'reference',
      path,
      title,
      pipeline: frontMatter.pipeline ?? null,
      owner: frontMatter.owner ?? null,
      lastVerified: frontMatter.lastVerified ?? null,
      tags: scenarios.map((scenario) => scenario.title),
      text,
      sha256: '0'.repeat(64),
    }),
  )
  return { team: parsed.team, problems: parsed.problems, runbooks: read, documents }
}

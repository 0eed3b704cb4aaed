import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import type { Pipeline, Rotation, Team } from '../../../shared/schedule/team.ts'

/** The four engineers and the lead of the product's own description, without absences or phones missing. */
export const sampleText = `people:
  - {id: eng-a, name: Engineer A, phone: "+1 555 0101", timezone: America/New_York, country: US, region: NY}
  - {id: eng-b, name: Engineer B, phone: "+1 555 0102", timezone: Europe/Berlin, country: DE}
  - {id: eng-c, name: Engineer C, phone: "+1 555 0103", timezone: Asia/Kolkata, country: IN}
  - {id: eng-d, name: Engineer D, phone: "+1 555 0104", timezone: America/Los_Angeles, country: US, region: CA}
  - {id: data-lead, name: Data Lead, phone: "+1 555 0105", timezone: Europe/London, country: GB, region: ENG}
pipelines:
  - id: profit
    name: Aggregate profit for investors
    primary: eng-b
    secondary: eng-a
    lead: data-lead
    tier: investor
    sla: {by: "08:00", timezone: America/New_York, days: daily}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: America/New_York}
  weeks:
    - {primary: eng-a, backup: eng-c}
    - {primary: eng-b, backup: eng-d}
    - {primary: eng-c, backup: eng-a}
    - {primary: eng-d, backup: eng-b}
`

/** The team of a text that must be free of errors. */
export function teamFrom(text: string): Team {
  const { team, problems } = parseTeam({ path: 'team.yaml', text })
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(`the sample is wrong: ${JSON.stringify(errors)}`)
  return team
}

export const sampleTeam = teamFrom(sampleText)

/** The sample with its only rotation changed. */
export const withRotation = (change: Partial<Rotation>, team: Team = sampleTeam): Team => ({
  ...team,
  rotations: team.rotations.map((rotation) => ({ ...rotation, ...change })),
})

export function onlyRotation(team: Team): Rotation {
  const [rotation] = team.rotations
  if (!rotation) throw new Error('the team has no rotation')
  return rotation
}

export function onlyPipeline(team: Team): Pipeline {
  const [pipeline] = team.pipelines
  if (!pipeline) throw new Error('the team has no pipeline')
  return pipeline
}

/** Epoch ms of an ISO instant, for tables that people can read. */
export const at = (iso: string): number => Date.parse(iso)

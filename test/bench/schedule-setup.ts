import { parseTeam } from '../../shared/schedule/parse-team.ts'
import type { Team } from '../../shared/schedule/team.ts'

const places = [
  'timezone: America/New_York, country: US, region: NY',
  'timezone: Europe/Berlin, country: DE, region: BE',
  'timezone: Asia/Kolkata, country: IN, region: KA',
  'timezone: America/Los_Angeles, country: US, region: CA',
  'timezone: Europe/London, country: GB, region: ENG',
  'timezone: Asia/Tokyo, country: JP',
  'timezone: America/Sao_Paulo, country: BR',
  'timezone: Australia/Sydney, country: AU, region: NSW',
] as const

const peopleCount = 20
const rotationCount = 5

const pad = (number: number): string => String(number).padStart(2, '0')

/** Twenty people in eight countries, five rotations with layers, leave, swaps and pipelines: the largest team the screen is made for. */
export function largeTeamText(): string {
  const people = Array.from({ length: peopleCount }, (_, at) => {
    const leave = `away: [{from: 2027-${pad((at % 12) + 1)}-05, to: 2027-${pad((at % 12) + 1)}-16}]`
    return `  - {id: p${at}, name: Person ${at}, phone: "+1 555 01${pad(at)}", ${places[at % places.length]}, ${leave}}`
  })
  const pipelines = Array.from({ length: 10 }, (_, at) => {
    const owners = `primary: p${at}, secondary: p${(at + 5) % peopleCount}, lead: p${(at + 9) % peopleCount}`
    return `  - {id: pipe${at}, name: Pipeline ${at}, ${owners}, rotation: r${at % rotationCount}}`
  })
  const rotations = Array.from({ length: rotationCount }, (_, at) => {
    const weeks = Array.from({ length: 8 }, (_, week) => {
      return `{primary: p${(at * 4 + week) % peopleCount}, backup: p${(at * 4 + week + 3) % peopleCount}}`
    })
    const overrides = Array.from({ length: 12 }, (_, month) => {
      return `{from: 2027-${pad(month + 1)}-10, to: 2027-${pad(month + 1)}-12, person: p${(at + month) % peopleCount}}`
    })
    const nights = `{id: nights, start: 2026-11-02, hours: {from: "22:00", to: "06:00"}, weeks: [p${at + 10}, p${at + 11}]}`
    return [
      `  - id: r${at}`,
      '    start: 2026-11-02',
      '    handover: {day: monday, at: "10:00", timezone: America/New_York}',
      `    weeks: [${weeks.join(', ')}]`,
      ...(at === 0 ? [`    layers: [${nights}]`] : []),
      `    overrides: [${overrides.join(', ')}]`,
      '    doubleCover: [{from: 2026-12-21, to: 2027-01-03}, {from: 2027-12-20, to: 2028-01-02}]',
    ].join('\n')
  })
  return `people:\n${people.join('\n')}\npipelines:\n${pipelines.join('\n')}\nrotations:\n${rotations.join('\n')}\n`
}

/** The same team anew: nothing that was remembered for another one helps it. */
export function largeTeam(text: string): Team {
  const { team, problems } = parseTeam({ path: 'team.yaml', text })
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(`the team is wrong: ${JSON.stringify(errors)}`)
  return team
}

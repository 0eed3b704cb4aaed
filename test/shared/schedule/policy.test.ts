import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import { defaultPolicy, parseDurationMs, policySchema, resolvePolicy } from '../../../shared/schedule/policy.ts'
import { sampleText } from './sample-team.ts'

const withPolicy = (policy: string, text = sampleText) => {
  const { team, problems } = parseTeam({ path: 'team.yaml', text: text.replace('tier: investor', `policy: ${policy}`) })
  return {
    policy: team.pipelines[0]?.policy ?? null,
    problems: problems.map(({ rule, severity }) => `${severity} ${rule}`),
  }
}

describe('E2 policies', () => {
  it('E2 the default asks at 30 min and tells at 1 h and 2 h', () => {
    expect(
      defaultPolicy.rungs.map(({ id, after, action }) => [id, after, action.do === 'tell' ? action.who : 'ask']),
    ).toEqual([
      ['debug', 'PT30M', 'ask'],
      ['secondary', 'PT1H', 'secondary'],
      ['lead', 'PT2H', 'lead'],
    ])
    expect(resolvePolicy(null)).toEqual(defaultPolicy)
    expect(policySchema.parse(defaultPolicy)).toEqual(defaultPolicy)
    expect([defaultPolicy.clock, defaultPolicy.acknowledgeWithin, defaultPolicy.repeat]).toEqual([
      'detection',
      'PT5M',
      3,
    ])
  })

  it('E2 what is left out comes from the default', () => {
    const { policy, problems } = withPolicy('{clock: sla, repeat: 5}')
    expect(problems).toEqual([])
    expect(resolvePolicy(policy)).toEqual({ ...defaultPolicy, clock: 'sla', repeat: 5 })
  })

  it('E2 rungs without an id get one, and never the same one twice', () => {
    const { policy } = withPolicy(
      '{rungs: [{after: PT5M, ask: true}, {after: PT10M, tell: lead}, {after: PT20M, tell: lead}, {after: PT30M, id: lead-2, tell: eng-d}]}',
    )
    expect(resolvePolicy(policy).rungs.map(({ id }) => id)).toEqual(['debug', 'lead', 'lead-3', 'lead-2'])
    expect(policySchema.safeParse(resolvePolicy(policy)).success).toBe(true)
  })

  it('E2 rungs strictly increase, in the file and in a snapshot', () => {
    const rungs = '[{after: PT1H, tell: secondary}, {after: PT60M, tell: lead}]'
    expect(withPolicy(`{rungs: ${rungs}}`).problems).toEqual(['error team/rung-order'])
    const [one, two] = defaultPolicy.rungs
    expect(policySchema.safeParse({ ...defaultPolicy, rungs: [two, one] }).success).toBe(false)
    expect(policySchema.safeParse({ ...defaultPolicy, rungs: [one, { ...two, id: one?.id }] }).success).toBe(false)
  })

  it('E2 a rung either asks or tells', () => {
    const bad = '{rungs: [{after: PT5M, ask: true, tell: lead}, {after: PT6M}, {after: PT10M, tell: lead}]}'
    const { policy, problems } = withPolicy(bad)
    expect(problems).toEqual(['error team/invalid', 'error team/invalid'])
    expect(policy?.rungs).toEqual([{ after: 'PT10M', tell: 'lead' }])
  })

  it.each([
    ['PT30M', 1_800_000],
    ['PT1H', 3_600_000],
    ['P1DT1H1M1.5S', 90_061_500],
    ['P2D', 172_800_000],
    ['PT90M', 5_400_000],
    ['PT0S', 0],
  ])('E2.1 %s is %d ms', (iso, ms) => {
    expect(parseDurationMs(iso)).toBe(ms)
  })

  it.each(['', 'P', 'PT', 'P1DT', '30M', 'PT1H30', 'P1M', 'P1Y', 'P1W', '-PT1H', 'PT-1H', 'pt1h', 'PT1.5H', 'PT1H '])(
    'E2.1 %j is no duration',
    (iso) => {
      expect(parseDurationMs(iso)).toBeNull()
    },
  )

  it('E2.1 durations add up', () => {
    const part = fc.integer({ min: 0, max: 999 })
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, seconds) => {
        const expected = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
        expect(parseDurationMs(`P${days}DT${hours}H${minutes}M${seconds}S`)).toBe(expected)
      }),
    )
  })

  it('E1 an SLA clock needs an SLA', () => {
    const text = sampleText.replace(/ {4}sla: .*\n/, '')
    expect(withPolicy('{clock: sla}', text).problems).toEqual(['error team/unreachable-rung'])
  })

  it('E2.2 rungs that reach nobody are said', () => {
    expect(withPolicy('{rungs: [{after: PT1H, tell: eng-x}]}').problems).toEqual(['error team/unknown-person'])
    const without = (key: string) => withPolicy('{}', sampleText.replace(new RegExp(` {4}${key}: .*\\n`), '')).problems
    expect(without('lead')).toEqual(['warning team/unreachable-rung'])
    expect(without('secondary')).toEqual(['warning team/unreachable-rung'])
    const alone = sampleText.replace(/rotation:[\s\S]*/, '')
    expect(withPolicy('{rungs: [{after: PT1H, tell: backup}]}', alone.replace(/ {4}lead: .*\n/, '')).problems).toEqual([
      'warning team/unreachable-rung',
    ])
  })

  it('E2.2 somebody without a phone whom a rung can reach is said once', () => {
    const text = sampleText.replace('phone: "+1 555 0103", ', '').replace('phone: "+1 555 0105", ', '')
    const { problems } = parseTeam({ path: 'team.yaml', text })
    expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['4 team/no-phone', '6 team/no-phone'])
    const { problems: unneeded } = parseTeam({
      path: 'team.yaml',
      text: `${text.replace('rotation:', 'contacts: []\nrotation:')}`.replace('lead: data-lead', 'lead: eng-b'),
    })
    expect(unneeded.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['4 team/no-phone'])
  })
})

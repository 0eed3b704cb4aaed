import { describe, expect, it } from 'vitest'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import type { Finding } from '../../../shared/postmortem/postmortem.ts'
import { at, engineerA, fact, incidentOf } from './sample-log.ts'

const review = (text: string, section = 'factors'): readonly Finding[] =>
  composePostmortem(incidentOf([fact(at('15:00'), 'postmortem.edited', { section, text })]), {
    timezone: 'UTC',
  }).findings.filter((finding) => finding.section === section && finding.rule !== 'part/not-stated')
const rules = (text: string): readonly string[] => review(text).map((finding) => finding.rule)

describe('P4 the reviewer', () => {
  it.each([
    ['We should have seen the lag earlier.', 'blame/should-have'],
    ['The reviewer shouldn’t have approved it.', 'blame/should-have'],
    ['The on-call failed to notice the alert.', 'blame/failed-to'],
    ['The trigger was human error.', 'blame/human-error'],
    ['It was a careless change.', 'blame/judgement'],
    ['Obviously the flag was wrong.', 'blame/obviously'],
    ['The table was lost because of Engineer B.', 'blame/person'],
    ['Engineer B broke the join.', 'blame/person'],
  ])('P4 finds blame in "%s"', (text, rule) => {
    expect(rules(text)).toEqual([rule])
    const [finding] = review(text)
    expect(finding?.excerpt).toBe(text)
    expect(finding?.why).toMatch(/\w/)
    expect(finding?.suggestion).toMatch(/\w/)
  })

  it.each([
    'The job failed to start, and the pipeline failed to publish.',
    'Engineer B was told by phone and joined within five minutes.',
    'The check should run before the publish task.',
    'The log said `user failed to authenticate` and then:\n\n```\nhuman error\n```',
  ])('P4.1 finds none in "%s"', (text) => {
    expect(rules(text)).toEqual([])
  })

  it('P4 finds blame in notes, titles and action items as well', () => {
    const facts = incidentOf(
      [
        fact(at('13:05'), 'note.added', { text: 'somebody forgot to rotate it' }),
        fact(at('14:00'), 'action.added', {
          action: 'a',
          what: 'Stop careless merges',
          type: 'process',
          owner: engineerA,
          due: '2027-01-01',
        }),
      ],
      { title: 'Human error in the profit job' },
    )
    const { findings } = composePostmortem(facts, { timezone: 'UTC' })
    const blame = findings.filter((finding) => finding.rule.startsWith('blame/'))
    expect(new Set(blame.map((finding) => finding.section))).toEqual(new Set(['summary', 'timeline', 'actions']))
  })

  it('P4 an open action item needs owner, type and date; one that is done needs nothing', () => {
    const bare = fact(at('14:00'), 'action.added', { action: 'a', what: 'Fix it', type: null, owner: null, due: null })
    const found = (facts: ReturnType<typeof incidentOf>) =>
      composePostmortem(facts, { timezone: 'UTC' }).findings.filter((finding) => finding.section === 'actions')
    expect(found(incidentOf([bare])).map((each) => each.rule)).toEqual([
      'action/no-owner',
      'action/no-type',
      'action/no-date',
    ])
    expect(found(incidentOf([bare, fact(at('14:01'), 'action.changed', { action: 'a', status: 'done' })]))).toEqual([])
  })

  it('P4 a claim asks for evidence unless the sentence gives some', () => {
    expect(rules('The root cause was a schema change.')).toEqual(['claim/no-evidence'])
    expect(rules('About 12 % of rows were lost.')).toEqual(['claim/no-evidence'])
    expect(rules('12 % of rows were lost, see [the count](evidence/a.txt).')).toEqual([])
    expect(rules('Commit 9c1e5f7 changed the schema; the root cause was its default, per DATA-12.')).toEqual([])
  })

  it('P4 an outage asks for its scope', () => {
    expect(rules('There was an outage.')).toEqual(['scope/outage'])
    expect(rules('The dashboard was down.')).toEqual(['scope/outage'])
    expect(rules('mart.profit_daily was down.')).toEqual([])
    expect(rules('The dashboard was down for investors.')).toEqual([])
  })

  it('P4 times that contradict each other are found', () => {
    const facts = incidentOf([fact(at('13:30'), 'impact.stated', { startedAt: at('13:20') })])
    const { findings } = composePostmortem(facts, { timezone: 'UTC' })
    expect(findings.filter((finding) => finding.rule === 'metric/invalid')).toHaveLength(1)
  })

  it('P4 open questions are found until somebody writes the part; findings stand in the order of the parts', () => {
    const { findings, sections } = composePostmortem(incidentOf([]), { timezone: 'UTC' })
    expect(findings.some((finding) => finding.section === 'factors')).toBe(true)
    const order = findings.map((finding) => sections.findIndex((section) => section.id === finding.section))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(review('A schema change without a default.')).toEqual([])
  })
})

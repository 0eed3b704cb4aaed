import { describe, expect, it } from 'vitest'
import { foldIncident } from '../../../shared/incident/incident-state.ts'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { renderMarkdown } from '../../../shared/postmortem/render-markdown.ts'
import { MOST_UNSTARRED_ROWS } from '../../../shared/postmortem/timeline-rows.ts'
import { at, fact, incidentOf } from './sample-log.ts'

const compose = (facts: Parameters<typeof composePostmortem>[0]): Postmortem =>
  composePostmortem(facts, { timezone: 'America/New_York' })
const part = (postmortem: Postmortem, id: string) => {
  const section = postmortem.sections.find((each) => each.id === id)
  if (section === undefined) throw new Error(`no part ${id}`)
  return section
}
const edited = (section: string, text: string) => fact(at('15:00'), 'postmortem.edited', { section, text })

describe('what stands at the end', () => {
  it('P3 what was retracted of the end is not told, and what is ruled out in the same words is not suspected', () => {
    const drafts = [
      fact(at('13:10'), 'hypothesis.raised', { text: 'DNS is broken' }),
      fact(at('13:12'), 'hypothesis.ruledOut', { text: 'dns is broken ' }),
      fact(at('13:20'), 'incident.mitigated', { note: 'restart' }),
    ]
    const facts = incidentOf(drafts)
    expect(part(compose(facts), 'summary').text).toContain('Mitigated at')
    expect(part(compose(facts), 'factors').text).not.toContain('Suspected')
    const of = facts.find(({ type }) => type === 'incident.mitigated')?.id ?? ''
    const retracted = incidentOf([...drafts, fact(at('13:21'), 'entry.amended', { of, retracted: true })])
    expect(part(compose(retracted), 'summary').text).not.toContain('Mitigated at')
  })

  it('P2.2 what was retracted of severity, mitigation and resolution stands in the postmortem as in the incident', () => {
    const drafts = [
      fact(at('13:05'), 'severity.changed', { from: 2, to: 1 }),
      fact(at('13:06'), 'incident.acknowledged', {}),
      fact(at('13:20'), 'incident.mitigated', {}),
      fact(at('13:30'), 'incident.resolved', {}),
    ]
    const facts = incidentOf(drafts)
    const changes = facts.slice(1).map(({ id }) => fact(at('14:00'), 'entry.amended', { of: id, retracted: true }))
    for (const count of changes.keys()) {
      const records = incidentOf([...drafts, ...changes.slice(0, count + 1)])
      const state = foldIncident(null, records)
      const { status, severity, metrics } = compose(records)
      expect({ status, severity }).toEqual({
        status: state?.ladder.value.lifecycle,
        severity: state?.ladder.context.severity,
      })
      expect(metrics.mitigate.kind === 'recorded').toBe(state?.ladder.context.mitigatedAt !== null)
      expect(metrics.resolve.kind === 'recorded').toBe(state?.ladder.context.resolvedAt !== null)
    }
  })

  it('P3.1 however much turned in it, the timeline has its beginning and its end', () => {
    const many = Array.from({ length: 230 }, (_, index) =>
      fact(at('13:10'), 'dataset.affected', { dataset: `mart.t${index}`, detail: 'late' }),
    )
    const end = [fact(at('13:20'), 'incident.mitigated', {}), fact(at('13:30'), 'incident.resolved', {})]
    const { rows, notShown } = compose(incidentOf([...many, ...end])).timeline
    expect(rows).toHaveLength(MOST_UNSTARRED_ROWS)
    expect(rows.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Dataset affected: mart.t0 (late)',
        'Dataset affected: mart.t229 (late)',
        'Mitigated',
        'Resolved',
      ]),
    )
    expect(notShown).toBe(33)
  })

  it('P5 a secret that an old log holds in the clear leaves in no prose', () => {
    const facts = incidentOf([
      fact(at('13:10'), 'value.given', { name: 'db password', value: 'kiwi-mango' }),
      edited('response', 'We logged in with kiwi-mango.'),
    ])
    expect(renderMarkdown(compose(facts))).not.toContain('mango')
    expect(part(compose(facts), 'response').prose).toContain('kiwi-mango')
  })
})

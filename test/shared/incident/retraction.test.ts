import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callMessage } from '../../../shared/incident/call-message.ts'
import { knownValues } from '../../../shared/incident/command-values.ts'
import { rungDeadlineId } from '../../../shared/incident/deadline-ids.ts'
import type { FactData, FactDraft, FactRecord, FactType } from '../../../shared/incident/facts/fact-catalog.ts'
import { handoffPacket } from '../../../shared/incident/handoff-packet.ts'
import { foldIncident, fromJson, type IncidentState, toJson } from '../../../shared/incident/incident-state.ts'
import { standing } from '../../../shared/incident/retraction.ts'
import { evidenceOf, type RunbookRun } from '../../../shared/incident/runbook-run.ts'
import { statusDraft } from '../../../shared/incident/status-draft.ts'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { defaultPolicy } from '../../../shared/schedule/policy.ts'
import { declaration, lead, minuteAt, minuteMs, recordOf, secondary, stated } from '../../support/log-builder.ts'

const text =
  '# Late\n\n## Mitigation\n\n1. Look\n2. Restart\n\n## Scenario: Late\n\n1. Wait\n\n## Scenario: Lost\n\n1. Load again\n'
const runbook = parseRunbook({ path: 'a.md', text })
const newer = text.replace('1. Look\n', '1. Open the board\n2. Look\n')
const opened = (words: string, hash: string, path = 'a.md'): FactDraft =>
  stated('runbook.opened', { path, title: 'Late', sha256: hash.repeat(64), text: words, matchedBy: 'by hand' })
const evidence = { sha256: 'e'.repeat(64), name: 'log.txt', mediaType: 'text/plain', bytes: 3 }
const alert = { fingerprint: 'f', source: 's', status: 'firing', startsAt: null, annotations: {} } as const

const aboutStep = ({ id, text: words }: { readonly id: string; readonly text: string }): FactDraft[] => {
  const step = { step: id, text: words }
  return [
    stated('step.checked', { ...step, note: 'it was red' }),
    stated('step.unchecked', step),
    stated('step.skipped', { ...step, reason: 'no rights' }),
    stated('step.noted', { ...step, note: 'since 02:00' }),
    stated('step.extended', { ...step, minutes: 5 }),
    stated('step.stuck', step),
    stated('evidence.attached', { ...evidence, step: id }),
  ]
}

const action = { action: 'a1', what: 'alert earlier', type: null, owner: null, due: null }

const aboutIncident: readonly FactDraft[] = [
  stated('incident.acknowledged', {}),
  stated('incident.mitigated', {}),
  stated('incident.mitigated', { note: 'Restarted' }),
  stated('incident.recurred', { reason: 'it is back' }),
  stated('incident.resolved', {}),
  stated('incident.reopened', { reason: 'it is back' }),
  stated('incident.reviewed', {}),
  stated('incident.closed', {}),
  stated('incident.retitled', { title: 'Profit is late' }),
  stated('impact.stated', { startedAt: minuteAt(-30) }),
  stated('severity.changed', { from: 2, to: 1 }),
  stated('severity.changed', { from: 2, to: 4 }),
  stated('relief.setAside', {}),
  stated('role.assumed', { role: 'commander', person: lead }),
  stated('role.renounced', { role: 'commander', person: lead }),
]

const ofAlarm = <T extends FactType>(type: T, data: FactData<T>): FactDraft => ({
  ...stated(type, data),
  by: { kind: 'alarm', id: 'alarm' },
})

const told = { notification: 'n', person: secondary, role: 'secondary', attempt: 1, message: 'Call', skipped: [] }

/** What the ladder does by itself in the first two epochs; the machine takes what fits. */
const moves: readonly FactDraft[] = [0, 1].flatMap((epoch) =>
  defaultPolicy.rungs.flatMap(({ id, action: { do: does } }): FactDraft[] => {
    const rung = { rungId: id, deadlineId: rungDeadlineId(id, epoch) }
    const outcome = does === 'ask' ? 'asked' : 'sent'
    return [
      ofAlarm('rung.fired', { ...rung, dueAt: minuteAt(30), lateMs: 0, lateCause: null, outcome }),
      ofAlarm('notification.requested', {
        ...rung,
        ...told,
        notification: `n-${id}-${epoch}`,
        acknowledgeBy: minuteAt(45),
      }),
      stated('question.answered', { answer: 'fixed', round: 1 }),
    ]
  }),
)

/** What a retraction takes back. */
const retractable: readonly FactDraft[] = [
  ...runbook.steps.flatMap(aboutStep),
  ...runbook.scenarios.map(({ id, title }) => stated('scenario.chosen', { scenario: id, title })),
  stated('publication.stated', { published: 'yes' }),
  stated('publication.stated', { published: 'no' }),
  stated('dataset.affected', { dataset: 'mart.profit', detail: 'late' }),
  stated('dataset.quarantined', { dataset: 'mart.profit', detail: 'swapped out' }),
  stated('backfill.planned', { dataset: 'mart.profit', detail: 'tonight' }),
  stated('backfill.verified', { dataset: 'mart.profit', detail: 'counts agree' }),
  stated('action.added', action),
  stated('action.changed', { action: 'a1', owner: lead, status: 'done' }),
  stated('update.promised', { dueAt: minuteAt(40) }),
  stated('status.updated', { text: 'We are on it' }),
  stated('value.given', { name: 'NAMESPACE', value: 'prod' }),
  stated('value.given', { name: 'NAMESPACE', value: 'test' }),
  ...aboutIncident,
  ...aboutIncident,
  ...aboutIncident,
]

/** What stays, and decides what the others are about. */
const others: readonly FactDraft[] = [
  opened(newer, 'b'),
  opened(text, 'a'),
  opened('# Other\n\n1. Look\n', 'c', 'b.md'),
  stated('secret.given', { name: 'NAMESPACE' }),
  ...moves,
]

type Choice = { readonly draft: FactDraft; readonly said: readonly boolean[] }

const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({
    draft: fc.constantFrom(...retractable, ...retractable, ...others),
    said: fc.array(fc.boolean(), { maxLength: 2 }),
  }),
  { maxLength: 40 },
)

const begin: readonly FactDraft[] = [stated('incident.declared', declaration()), opened(text, 'a')]

const isEnd = ({ type }: FactDraft): boolean =>
  ['incident.mitigated', 'incident.resolved', 'incident.reviewed', 'incident.closed'].includes(type)
const isTurn = ({ type }: FactDraft): boolean => ['incident.recurred', 'incident.reopened'].includes(type)
const isGone = ({ draft, said }: Choice): boolean => said.at(-1) === true && retractable.includes(draft)

/** A log of the choices, each retraction or restoration at the end of the log or soon after its entry, and the ids that do not stand; no end before a turn that stands, which may need it. */
function logOf(chosen: readonly Choice[]): { readonly log: readonly FactRecord[]; readonly gone: ReadonlySet<string> } {
  const log = begin.map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
  const append = (draft: FactDraft): string => {
    const record = recordOf(draft, log.length + 1, minuteMs(log.length))
    log.push(record)
    return record.id
  }
  const gone = new Set<string>()
  const later: FactDraft[] = []
  const lastTurn = chosen.findLastIndex((each) => isTurn(each.draft) && !isGone(each))
  for (const [index, { draft, said: wanted }] of chosen.entries()) {
    const said = isEnd(draft) && index < lastTurn && wanted.at(-1) === true ? [] : wanted
    const id = append(draft)
    const [isRetracted, ...rest] = retractable.includes(draft) ? said : []
    if (isRetracted !== undefined) append(stated('entry.amended', { of: id, retracted: isRetracted }))
    for (const retracted of rest) later.push(stated('entry.amended', { of: id, retracted }))
    if (isGone({ draft, said })) gone.add(id)
  }
  for (const draft of later) append(draft)
  return { log, gone }
}

const seenOfRun = ({ said, choices: _, evidence: kept, ...run }: RunbookRun) => ({
  ...run,
  evidence: Object.keys(kept)
    .toSorted()
    .flatMap((step) => evidenceOf({ ...run, said, choices: _, evidence: kept }, step)),
})

/** All that windows and texts see of a state; what it keeps for a later retraction is left out. */
function seen(state: IncidentState | null) {
  if (state === null) throw new Error('nothing was declared')
  const { said: _, ...data } = state.data
  const runs = [state.run, ...state.otherRuns].flatMap((run) => (run === null ? [] : [seenOfRun(run)]))
  const { values, secretsGiven, stretches, ladder } = state
  const { correctedAt: __, ...context } = ladder.context
  return { data, runs, values, secretsGiven, stretches, ladder: { value: ladder.value, context } }
}

const retractions = (records: readonly FactRecord[]): FactRecord[] =>
  records.map(({ id }, index) =>
    recordOf(stated('entry.amended', { of: id, retracted: true, reason: 'wrong incident' }), 100 + index, minuteMs(60)),
  )

describe('J8 what was retracted', () => {
  it('J8 counts as if it had never been said, and what was restored as if it always had', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const { log, gone } = logOf(chosen)
        const without = log.filter(({ id }) => !gone.has(id))
        expect(seen(foldIncident(null, log))).toEqual(seen(foldIncident(null, without)))
      }),
      { numRuns: 300 },
    )
  })

  it('J8 is taken back after any split, also one that went through JSON', () => {
    fc.assert(
      fc.property(choices, fc.nat(), (chosen, at) => {
        const { log } = logOf(chosen)
        const split = 1 + (at % log.length)
        const before = foldIncident(null, log.slice(0, split))
        const half = before === null ? null : fromJson(JSON.parse(JSON.stringify(toJson(before))))
        expect(seen(foldIncident(half, log.slice(split)))).toEqual(seen(foldIncident(null, log)))
      }),
      { numRuns: 100 },
    )
  })

  it('E10 E13 E14 is in no draft, packet, call or postmortem', () => {
    const [look] = runbook.steps
    if (look === undefined) throw new Error('no step')
    const wrong = [
      stated('step.checked', { step: look.id, text: look.text }),
      stated('dataset.affected', { dataset: 'mart.other', detail: 'late' }),
      stated('publication.stated', { published: 'yes' }),
      stated('evidence.attached', { ...evidence, step: look.id }),
    ]
    const said = [...begin, ...wrong].map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
    const log = [...said, ...retractions(said.slice(begin.length))]
    const textsOf = (records: readonly FactRecord[]): string => {
      const state = foldIncident(null, records)
      if (state === null) throw new Error('nothing was declared')
      const packet = handoffPacket(state, records, minuteMs(70)).sections.flatMap(({ lines }) => lines)
      const { sections } = composePostmortem(records, { timezone: 'UTC' })
      return [
        statusDraft(state, minuteMs(70)),
        callMessage(state, 'Data Lead', minuteMs(70)),
        ...packet,
        ...sections.filter(({ id }) => id !== 'timeline').map(({ draft }) => draft),
      ].join('\n')
    }
    expect(textsOf(said)).toMatch(/mart\.other/)
    expect(textsOf(said)).toMatch(/has been published/)
    expect(textsOf(log)).toBe(textsOf(said.slice(0, begin.length)))
  })

  it('A26 lends its labels to no command when it is an alert, until it is restored', () => {
    const said = [...begin, stated('alert.attached', { ...alert, labels: { namespace: 'prod' } })].map((draft, at) =>
      recordOf(draft, at + 1, minuteMs(at)),
    )
    const stateOf = (...more: FactRecord[]): IncidentState => {
      const state = foldIncident(null, [...said, ...more])
      if (state === null) throw new Error('nothing was declared')
      return state
    }
    const [retracted] = retractions(said.slice(-1))
    if (retracted === undefined) throw new Error('nothing to retract')
    const restored = recordOf(
      stated('entry.amended', { of: said.at(-1)?.id ?? '', retracted: false }),
      101,
      minuteMs(61),
    )
    const valueIn = (state: IncidentState) =>
      knownValues(state).labelled({ key: 'namespace', name: 'NAMESPACE', written: '$NAMESPACE', above: null })
    expect(standing(stateOf(retracted).alerts)).toEqual([])
    expect(valueIn(stateOf(retracted))).toEqual(valueIn({ ...stateOf(), alerts: [] }))
    expect(valueIn(stateOf(retracted, restored))).toEqual(valueIn(stateOf()))
  })

  it('J8 stays when the clock found it or it went off', () => {
    const rung = { rungId: 'secondary', deadlineId: rungDeadlineId('secondary', 0) }
    const said = [
      ...begin,
      stated('update.promised', { dueAt: minuteAt(40) }),
      stated('update.missed', { deadlineId: 'update:1', dueAt: minuteAt(40) }),
      ofAlarm('rung.fired', { ...rung, dueAt: minuteAt(30), lateMs: 0, lateCause: null, outcome: 'sent' }),
    ].map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
    const state = foldIncident(null, [...said, ...retractions(said.slice(begin.length + 1))])
    expect(state?.data.updateMissedFor).toBe(minuteAt(40))
    expect(state?.ladder.value.escalation).toBe('secondaryNotified')
  })
})

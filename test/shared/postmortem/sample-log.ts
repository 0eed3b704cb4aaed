import type { Actor, FactData, FactRecord, FactType } from '../../../shared/incident/facts/fact-catalog.ts'
import { defaultPolicy } from '../../../shared/schedule/policy.ts'

export const engineerA = { id: 'eng-a', name: 'Engineer A' }
export const engineerB = { id: 'eng-b', name: 'Engineer B' }
export const dataLead = { id: 'data-lead', name: 'Data Lead' }

type Options = { readonly by?: Actor; readonly occurredAt?: string; readonly id?: string }
type Pending = { readonly type: FactType; readonly at: string; readonly data: unknown } & Options

const person: Actor = { kind: 'person', id: 'eng-b' }
export const alarm: Actor = { kind: 'alarm', id: 'alarm' }
export const intake: Actor = { kind: 'intake', id: 'alertmanager' }

/** A fact to come: its time, type and data. */
export const fact = <T extends FactType>(at: string, type: T, data: FactData<T>, options: Options = {}): Pending => ({
  type,
  at,
  data,
  ...options,
})

/** A minute of the sample night. */
export const at = (time: string, day = '2026-12-24'): string => `${day}T${time}:00.000Z`

export const declaration = (over: Partial<FactData<'incident.declared'>> = {}): FactData<'incident.declared'> => ({
  title: 'Aggregate profit for investors is late',
  pipeline: { id: 'aggregate-profit-investors', name: 'Aggregate profit for investors' },
  dataset: 'mart.profit_daily',
  severity: 2,
  detectedAt: at('13:00'),
  detectedBy: 'sla',
  impactStartedAt: null,
  slaAt: at('13:00'),
  policy: defaultPolicy,
  pagingHours: null,
  onCall: engineerB,
  secondary: engineerA,
  lead: dataLead,
  ...over,
})

/** Records of a log as they stand on disk, with made-up hashes: nothing here reads them. */
export const logOf = (pending: readonly Pending[], incident = '20261224-7k3m'): readonly FactRecord[] =>
  pending.map(({ type, at, data, by = person, occurredAt, id }, index) => ({
    v: 1,
    seq: index + 1,
    id: id ?? `fact-${index + 1}`,
    incident,
    type,
    at,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    by,
    data: data as Record<string, unknown>,
    prev: index.toString(16).padStart(64, '0'),
    hash: (index + 1).toString(16).padStart(64, '0'),
  }))

/** A log that begins with a declaration. */
export const incidentOf = (pending: readonly Pending[], over: Partial<FactData<'incident.declared'>> = {}) =>
  logOf([fact(at('13:00'), 'incident.declared', declaration(over), { by: alarm, id: 'declared' }), ...pending])

// A whole night: late source, one skipped step, a rung fired late, a verified backfill the next day.
const nightFacts: readonly Pending[] = [
  fact(
    at('13:02'),
    'alert.attached',
    {
      fingerprint: 'f1',
      source: 'alertmanager',
      status: 'firing',
      startsAt: at('12:58'),
      labels: { alertname: 'PipelineFreshnessLate', dataset: 'mart.profit_daily' },
      annotations: {},
    },
    { by: intake },
  ),
  fact(at('13:03'), 'incident.acknowledged', {}, { id: 'acknowledged' }),
  fact(
    at('13:04'),
    'impact.stated',
    { startedAt: at('12:45'), note: 'First report without numbers' },
    { id: 'impact' },
  ),
  fact(at('13:05'), 'runbook.opened', {
    path: 'runbooks/aggregate-profit-investors.md',
    title: 'Aggregate profit for investors',
    sha256: 'ab'.repeat(32),
    text: '# Runbook',
    matchedBy: 'matched by pipeline',
  }),
  fact(at('13:06'), 'scenario.chosen', { scenario: 'late-data', title: 'Late data' }),
  fact(at('13:08'), 'step.checked', {
    step: 's1',
    text: 'Check when each source last landed',
    note: 'spend is 48 h old',
  }),
  fact(
    at('13:09'),
    'evidence.attached',
    {
      sha256: 'cd'.repeat(32),
      name: 'freshness.txt',
      mediaType: 'text/plain',
      bytes: 412,
      caption: 'Source freshness',
    },
    { id: 'evidence' },
  ),
  fact(at('13:19'), 'hypothesis.ruledOut', { text: 'extract job crash; its log ends with exit 0' }),
  fact(at('13:20'), 'step.skipped', { step: 's2', text: 'Restart the extract job', reason: 'the job is healthy' }),
  fact(
    at('13:41'),
    'rung.fired',
    {
      deadlineId: 'rung:0:debug',
      rungId: 'debug',
      dueAt: at('13:30'),
      lateMs: 660_000,
      lateCause: 'laptop asleep 11 min',
      outcome: 'asked',
    },
    { by: alarm },
  ),
  fact(at('13:42'), 'call.made', { person: engineerA, notification: null, channel: 'phone', outcome: 'reached' }),
  fact(at('13:45'), 'dataset.affected', { dataset: 'mart.profit_daily', detail: 'no partition for 23 December' }),
  fact(at('13:46'), 'dataset.quarantined', { dataset: 'mart.profit_daily', detail: 'publish task stopped' }),
  fact(at('13:47'), 'publication.stated', { published: 'no' }),
  fact(at('14:30'), 'decision.made', { text: 'Run with the spend of the last good day, marked provisional' }),
  fact(at('15:10'), 'incident.mitigated', { note: 'Provisional numbers are out' }, { id: 'mitigated' }),
  fact(at('15:20'), 'backfill.planned', { dataset: 'mart.profit_daily', detail: '23 December, when spend lands' }),
  fact(at('09:30', '2026-12-25'), 'backfill.verified', {
    dataset: 'mart.profit_daily',
    detail: 'row count and band match',
  }),
  fact(at('09:35', '2026-12-25'), 'incident.resolved', {}, { id: 'resolved' }),
  fact(at('10:00', '2026-12-25'), 'action.added', {
    action: 'act-1',
    what: 'Alert when marketing spend is older than 26 hours',
    type: 'detect',
    owner: engineerA,
    due: '2027-01-15',
  }),
]

export const wholeNight = (): readonly FactRecord[] => incidentOf(nightFacts)

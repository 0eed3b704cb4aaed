import type { CallInput, CallName } from '../../shared/contract/contract.ts'

const incident = '20261224-k7qm'
const instant = '2026-12-24T13:00:00.000Z'

/** One good input for every call of the contract; a new call does not compile without one. */
export const sampleInputs: { readonly [Name in CallName]: CallInput<Name> } = {
  'desk.describe': {},
  'preferences.change': { theme: 'light', me: null },
  'backup.make': { folder: '/mnt/backup' },
  'incidents.list': {},
  'incidents.declare': {
    title: 'Profit is late: Zürich, 東京',
    pipeline: null,
    severity: 2,
    detectedAt: instant,
    impactStartedAt: null,
    slaAt: instant,
    runbook: 'runbooks/profit.md',
  },
  'incidents.open': { incident, tail: 200 },
  'incidents.read': { incident, fromSeq: 1, limit: 5_000 },
  'facts.record': { incident, facts: [{ type: 'note.added', data: { text: 'first\nsecond' }, occurredAt: instant }] },
  'runbook.open': { incident, path: 'runbooks/profit.md', reason: 'chosen by hand' },
  'runbooks.suggest': { pipeline: 'profit', title: '' },
  'command.prepare': { incident, step: 'late-data-1', index: 0 },
  'command.run': { incident, step: 'late-data-1', index: 0, confirmed: 'bq show ads.spend_daily' },
  'command.stop': { run: 'r1' },
  'runbook.trust': { incident },
  'evidence.attach': { incident, name: 'log.txt', mediaType: 'text/plain', base64: 'aGVsbG8=' },
  'evidence.read': { incident, sha256: 'a'.repeat(64) },
  'library.list': {},
  'library.read': { path: 'reference/metrics.md' },
  'library.search': { query: '"late data" OR naïve', limit: 20, filter: { kinds: ['runbook'], since: '2026-01-01' } },
  'library.trust': { path: null },
  'incidents.similar': { incident, limit: 3 },
  'incidents.resembling': { title: 'Late again', pipeline: null, limit: 3 },
  'runbook.proposeVerified': { path: 'runbooks/profit.md' },
  'runbook.verify': { path: 'runbooks/profit.md', baseSha256: 'd'.repeat(64) },
  'runbook.undoVerify': { path: 'runbooks/profit.md', baseSha256: 'e'.repeat(64) },
  'library.bundle': { parts: ['runbooks', 'schedule'], contacts: false, weeks: 4, passphrase: null },
  'journal.verify': { incident },
  'postmortem.export': { incident, format: 'md' },
  'schedule.read': {},
  'schedule.preview': { changes: [{ kind: 'work-holiday', person: 'eng-a', date: '2026-12-25' }] },
  'schedule.change': {
    changes: [
      {
        kind: 'stand-in',
        rotationId: 'rotation',
        overrides: [
          { from: '2026-12-25', to: '2026-12-26T07:00', person: 'eng-c', for: 'eng-d', reason: 'Weihnachten' },
        ],
        temporary: [],
      },
    ],
    baseSha256: 'b'.repeat(64),
    words: 'Engineer C covers Christmas',
  },
  'schedule.undo': { baseSha256: 'b'.repeat(64) },
  'calendar.export': { scope: { kind: 'person', personId: 'eng-a' } },
  'link.open': { url: 'https://example.com/a?b=c#d' },
}

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSample } from './read-sample.ts'

type Expected = {
  readonly title: string
  readonly titleFrom: 'front matter' | 'heading' | 'file name'
  readonly parts: readonly string[]
  readonly general: readonly string[]
  readonly scenarios: Readonly<Record<string, readonly string[]>>
  /** The first line of every command, general ones first. */
  readonly commands: readonly string[]
}

/** What a careful person would make of each sample. */
const expected: Readonly<Record<string, Expected>> = {
  'BrokerDiskPressure.md': {
    title: 'BrokerDiskPressure',
    titleFrom: 'heading',
    parts: ['meaning', 'impact', 'debugging', 'mitigation'],
    general: [
      'Look at how full each volume is and which topic fills it.',
      'Confirm that retention has not been lengthened by hand during an earlier incident',
      'Compare the growth of the last hour with that of the day before. rate(log_size_bytes[5m]) on the broker dashboard shows it.',
      'If a single topic is to blame, shorten its retention for the night. If all of them grow, add a volume: see the storage guide.',
    ],
    scenarios: {},
    commands: [
      'kubectl -n streams exec broker-0 -- df -h /var/lib/log',
      'kubectl -n streams exec broker-0 -- du -sh /var/lib/log/orders-0',
      'kafka-configs --bootstrap-server broker-0:9092 \\',
    ],
  },
  'platform-alerts.md': {
    title: 'Alerts of the batch platform',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios', 'scenarios'],
    general: [],
    scenarios: {
      IngestLagHigh: ['Look at the pods with kubectl -n ingest get pods, then restart the one that lags.'],
      IngestStopped: ['Restart the reader with kubectl -n ingest rollout restart deployment/reader.'],
      WarehouseSlotsExhausted: [],
    },
    commands: ['kubectl -n ingest get pods', 'kubectl -n ingest rollout restart deployment/reader'],
  },
  'warehouse-alerts.md': {
    title: 'Warehouse runbook',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios', 'scenarios'],
    general: [],
    scenarios: {
      TableFreshnessBreached: [
        'Find the load that should have written it.',
        'Check whether it failed or never began (5 min).',
        'Start it again from the scheduler.',
      ],
      DuplicateKeysFound: [
        'Stop the export to the readers.',
        'Verify how many keys are doubled',
        'Remove the younger row of each pair.',
      ],
      WarehouseQueueLong: ['Cancel the query that has run longest', 'Ask the analysts to hold their dashboards [10m]'],
    },
    commands: [
      'SELECT load_id, ended_at FROM audit.loads ORDER BY ended_at DESC LIMIT 5;',
      'SELECT order_id, COUNT(*) FROM mart.orders GROUP BY order_id HAVING COUNT(*) > 1;',
    ],
  },
  'hugo/late-supplier-file.md': {
    title: 'Late supplier file',
    titleFrom: 'front matter',
    parts: ['meaning', 'mitigation', 'escalation'],
    general: [
      'List what has landed today (~2 minutes)',
      "Ask the supplier's night desk when the file will come (max 10 min)",
      'When it is there, trigger the load',
    ],
    scenarios: {},
    commands: ['gsutil ls gs://landing-supplier/2026-03-02/', 'airflow dags trigger load_supplier_file'],
  },
  'docusaurus/stream-lag.md': {
    title: 'Stream lag',
    titleFrom: 'front matter',
    parts: ['debugging', 'mitigation', 'escalation'],
    general: [
      'Open the lag panel and note the partition',
      'Confirm the consumer is alive (1 h)',
      'Scale the consumer to twelve pods',
      '> Raise the quota first if it is refused',
      '> Watch the rebalance end',
      'Decide whether to skip the poisoned message',
      'If lag still grows, hand over to the platform team',
    ],
    scenarios: {},
    commands: ['kubectl -n stream logs deploy/consumer --tail=50'],
  },
  'jekyll/nightly-export-failed.md': {
    title: 'Nightly export failed',
    titleFrom: 'front matter',
    parts: ['debugging', 'impact'],
    general: [
      'Check the log of the last run: tail -n 100 /var/log/export/nightly.log',
      'See if the target has room',
      '> Delete exports older than a month',
      'Restart the export with systemctl restart nightly-export',
    ],
    scenarios: {},
    commands: ['tail -n 100 /var/log/export/nightly.log', 'systemctl restart nightly-export'],
  },
  'mkdocs/replica-behind.md': {
    title: 'Replica behind its primary',
    titleFrom: 'heading',
    parts: ['debugging'],
    general: [
      'Measure the delay',
      'Find the query that holds it back',
      'Move old segments away',
      'Restart replication with systemctl restart replication',
    ],
    scenarios: {},
    commands: ['SELECT now() - pg_last_xact_replay_timestamp();', 'systemctl restart replication'],
  },
  'exported-from-a-wiki.md': {
    title: 'Price feed is stale',
    titleFrom: 'heading',
    parts: ['mitigation', 'escalation'],
    general: [
      'Open the feed console and read the time of the newest price',
      'Restart the feed reader',
      'Verify that prices move again (5 min)',
    ],
    scenarios: {},
    commands: ['systemctl restart feed-reader', 'curl -s http://localhost:9200/prices/newest'],
  },
  'wiki-disk-full.md': {
    title: 'Disk full on a worker',
    titleFrom: 'heading',
    parts: ['meaning', 'debugging', 'mitigation', 'escalation'],
    general: [
      'Find the largest folders with du -xh --max-depth=2 / | sort -h | tail',
      'Remove job folders older than a week',
      'Confirm that the free space is back above a fifth',
      'Raise the disk size',
      'Drain the worker and let another take over',
    ],
    scenarios: {},
    commands: ['du -xh --max-depth=2 / | sort -h | tail'],
  },
  'emoji-checklist.md': {
    title: '\u{1F6A8} Payments ledger does not balance',
    titleFrom: 'heading',
    parts: ['debugging', 'mitigation', 'escalation'],
    general: [
      'Freeze the ledger export (2 min)',
      'Check the difference per account (5 min)',
      '> Start with the clearing accounts',
      'Note the time of the first bad booking',
      'Decide: repair tonight, or hold until morning?',
      'Book the correction',
      'Confirm that the sum is zero again [2m]',
    ],
    scenarios: {},
    commands: ['airflow variables set hold_ledger true'],
  },
  'old-manual.md': {
    title: 'Tape rotation late',
    titleFrom: 'heading',
    parts: ['sources', 'debugging'],
    general: ['Call the vault and ask for the box number', 'Compare it with the list', 'Enter the box by hand (1h30m)'],
    scenarios: {},
    commands: ['grep BOX /srv/vault/list.txt'],
  },
  'table-of-steps.md': {
    title: 'Currency rates missing',
    titleFrom: 'heading',
    parts: ['debugging', 'scenarios', 'sla'],
    general: ['Check which currencies are missing (3 min)', 'Fetch them again', 'Verify the count is 42'],
    scenarios: {
      'Provider is down': ['Switch to the second provider'],
      'Key has expired': ['Rotate the key in the vault'],
    },
    commands: ['psql -c "select code from rates_missing"', 'make fetch-rates'],
  },
  'a-letter.md': {
    title: 'A letter',
    titleFrom: 'file name',
    parts: [],
    general: [
      'First, log in to the machine and look at the queue. If there are more than ten jobs, cancel the oldest ones.',
      'Then restart the forecast service, and wait for the light to turn green.',
    ],
    scenarios: {},
    commands: [],
  },
  'rtl.md': {
    title: 'נתוני המכירות מאחרים',
    titleFrom: 'heading',
    parts: [],
    general: ['בדקו את זמן הקובץ האחרון (5 min)', 'הריצו שוב את הטעינה', 'ودّع الفريق بعد التأكد من الأرقام'],
    scenarios: {},
    commands: ['airflow dags trigger load_sales'],
  },
  'bold-headings.md': {
    title: 'Session counts look wrong',
    titleFrom: 'heading',
    parts: ['meaning', 'scenarios', 'escalation'],
    general: [],
    scenarios: {
      'Late events': ["Check the collector's queue", 'Load the day again'],
      'Clock skew': ['Find the app version with the wrong clock', 'Filter it out', 'Load the day again'],
    },
    commands: [],
  },
  'numbered-headings.md': {
    title: 'Feature store rollback',
    titleFrom: 'heading',
    parts: ['mitigation'],
    general: ['Stop the writers', 'Pick the newest snapshot that passed its tests.', 'Tell the model owners'],
    scenarios: {},
    commands: ['kubectl -n features scale deployment/writer --replicas=0', 'featurectl snapshot restore <snapshot>'],
  },
  'note-to-self.md': {
    title: 'Note to self',
    titleFrom: 'file name',
    parts: [],
    general: ['ssh to the loader', 'sudo systemctl restart loader', 'watch the log until it says ready'],
    scenarios: {},
    commands: ['sudo systemctl restart loader'],
  },
  'two-phases.md': {
    title: 'Cold start of the platform',
    titleFrom: 'front matter',
    parts: [],
    general: [
      'Start the primary',
      'Start the replicas',
      'Start the scheduler, then look at its health page',
      'Tell the analysts',
    ],
    scenarios: {},
    commands: ['systemctl start scheduler'],
  },
  'troubleshooting-by-problem.md': {
    title: 'Orders mart',
    titleFrom: 'front matter',
    parts: ['debugging', 'scenarios', 'scenarios', 'scenarios'],
    general: [],
    scenarios: {
      'Orders arrive late': ['Check the export queue', 'Load what is there'],
      'Totals are wrong': ["Compare with the shop's own report", 'Roll back the last release'],
      'Nothing works': ['Call somebody.'],
    },
    commands: [],
  },
  'listed-scenarios.md': {
    title: 'Loyalty points',
    titleFrom: 'heading',
    parts: ['scenarios', 'debugging'],
    general: ['Check the drop folder'],
    scenarios: {
      'Late data': ['Check the drop folder', 'Call the partner'],
      'Points doubled': ['Compare the file hashes', 'Delete the second load'],
      'Balance negative': [],
    },
    commands: [],
  },
}

describe('R4 runbooks of other houses', () => {
  it.each(Object.entries(expected))('R4 %s yields its title, parts and a usable checklist', (path, wanted) => {
    const runbook = readSample(path)
    const words = (steps: typeof runbook.steps) => steps.map(({ text, depth }) => `${'> '.repeat(depth)}${text}`)
    const all = [...runbook.steps, ...runbook.scenarios.flatMap(({ steps }) => steps)]
    expect({
      title: runbook.title,
      titleFrom: runbook.titleFrom,
      parts: runbook.parts.map(({ kind }) => kind).filter((kind) => kind !== 'other'),
      general: words(runbook.steps),
      scenarios: Object.fromEntries(runbook.scenarios.map(({ title, steps }) => [title, words(steps)])),
      commands: all.flatMap(({ commands }) => commands.map(({ text }) => text.split('\n')[0])),
    }).toEqual(wanted)
  })

  it('R4 every sample has an expected outcome', () => {
    const folder = new URL('../../../fixtures/foreign-runbooks/', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    expect(files.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(Object.keys(expected).sort())
  })
})

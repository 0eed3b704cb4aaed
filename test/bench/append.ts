import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import Conf from 'conf'
import { foldIncident } from '../../shared/incident/incident-state.ts'
import { type BenchRow, journalOf, newStore, nextTurn, note, percentile, timed } from './append-setup.ts'

const sizes = [100, 10_000, 100_000] as const
const samples = 4_000
const roundLength = 20

const inWords = (facts: number): string => facts.toLocaleString('en-US')

/** One record of ordinary length, as the yardstick writes it. */
const rawLine = Buffer.from(`${'x'.repeat(419)}\n`)

/** `withHead` is an append to the end of its turn of the event loop, when the head file has followed too. */
type Durations = { readonly raw: number[]; readonly append: number[]; readonly withHead: number[] }

/** The p50 of each round against the yardstick's in the same round; their median does not care for a round that was disturbed. */
function steadyRatio({ raw, append }: Durations): number {
  const ratios: number[] = []
  for (let from = 0; from < samples; from += roundLength) {
    const median = (all: number[]): number => percentile(all.slice(from, from + roundLength), 0.5)
    ratios.push(median(append) / median(raw))
  }
  return percentile(ratios, 0.5)
}

/** Yardstick and append take turns in rounds: what the disk does meanwhile falls on both. */
async function measureAppends(facts: number): Promise<Durations> {
  const { store, dataFolder } = newStore()
  const journal = journalOf(store, facts)
  const fd = openSync(join(dataFolder, 'raw.ndjson'), 'w')
  writeSync(fd, Buffer.alloc(journal.head().bytes, 'x'))
  fsyncSync(fd)
  const durations: Durations = { raw: [], append: [], withHead: [] }
  for (let round = 0; round < samples; round += roundLength) {
    for (let sample = 0; sample < roundLength; sample += 1) {
      durations.raw.push(
        timed(() => {
          writeSync(fd, rawLine)
          fdatasyncSync(fd)
        }),
      )
      await nextTurn()
    }
    for (let sample = 0; sample < roundLength; sample += 1) {
      const draft = note(sample)
      const startedAt = performance.now()
      durations.append.push(timed(() => journal.append([draft])))
      await nextTurn()
      durations.withHead.push(performance.now() - startedAt)
    }
  }
  closeSync(fd)
  store.close()
  rmSync(dataFolder, { recursive: true })
  return durations
}

/** What one more event costs in a JSON settings file, the engine of electron-store: the whole file is written again. */
function measureConf(facts: number): number[] {
  const { dataFolder } = newStore()
  const conf = new Conf<{ events: unknown[] }>({ cwd: dataFolder, defaults: { events: [] } })
  const events: unknown[] = Array.from({ length: facts }, (_, seq) => ({ seq, pad: 'x'.repeat(380) }))
  conf.set('events', events)
  const count = facts > 50_000 ? 3 : facts > 5_000 ? 10 : 100
  const durations = Array.from({ length: count }, (_, seq) =>
    timed(() => conf.set('events', [...conf.get('events'), { seq, pad: 'x'.repeat(380) }])),
  )
  rmSync(dataFolder, { recursive: true })
  return durations
}

async function appendRows(facts: number): Promise<{ readonly rows: BenchRow[]; readonly ratio: number }> {
  const durations = await measureAppends(facts)
  const { raw, append } = durations
  const conf = measureConf(facts)
  const size = `at ${inWords(facts)} facts`
  const [raw50, raw99] = [percentile(raw, 0.5), percentile(raw, 0.99)]
  const row = (name: string, value: number, yardstick: number, target?: string): BenchRow => ({
    name: `${name} ${size}`,
    value,
    unit: 'ms',
    ratio: value / yardstick,
    ...(target === undefined ? {} : { target }),
  })
  const ratio = steadyRatio(durations)
  return {
    ratio,
    rows: [
      row('raw write + fdatasync p50', raw50, raw50),
      { ...row('append p50', percentile(append, 0.5), raw50, '<= 1.25x'), ratio },
      row('append p99', percentile(append, 0.99), raw99, '<= 2x raw p99'),
      row('append with its head file, a turn later, p50', percentile(durations.withHead, 0.5), raw50),
      row(`conf (electron-store) p50 of ${conf.length}`, percentile(conf, 0.5), raw50),
    ],
  }
}

/** A thousand alerts at once, queued (P3), against the same thousand one by one; and the yardstick with async calls. */
async function burstRows(): Promise<BenchRow[]> {
  const { store, dataFolder } = newStore()
  const journal = journalOf(store, 100)
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: 1_000 }, (_, sequence) => journal.appendQueued([note(sequence)])))
  const queuedMs = performance.now() - startedAt
  const singlyMs = timed(() => {
    for (let sequence = 0; sequence < 1_000; sequence += 1) journal.append([note(sequence)])
  })
  const file = await open(join(dataFolder, 'raw.ndjson'), 'w')
  const asynchronous: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    const from = performance.now()
    await file.write(rawLine)
    await file.datasync()
    asynchronous.push(performance.now() - from)
  }
  await file.close()
  store.close()
  rmSync(dataFolder, { recursive: true })
  return [
    { name: 'burst of 1,000 facts, queued', value: queuedMs, unit: 'ms', target: '< 1,500 ms' },
    { name: 'the same 1,000 facts one by one', value: singlyMs, unit: 'ms' },
    { name: 'raw write + datasync, asynchronous calls p50', value: percentile(asynchronous, 0.5), unit: 'ms' },
  ]
}

/** What opening a long incident costs (P5). */
async function openRows(): Promise<BenchRow[]> {
  const facts = 100_000
  const { store, dataFolder } = newStore()
  const incident = journalOf(store, facts).incident
  store.close()
  const again = newStore(dataFolder).store
  const peekMs = timed(() => again.peek(incident, 200))
  const resumeFrom = performance.now()
  const resumed = await again.resume(incident)
  const resumeMs = performance.now() - resumeFrom
  if (!resumed.ok) throw new Error(resumed.error.message)
  const verifyFrom = performance.now()
  const integrity = await resumed.value.verify()
  const verifyMs = performance.now() - verifyFrom
  if (integrity.kind !== 'intact') throw new Error(`not intact: ${integrity.kind}`)
  const foldMs = timed(() => foldIncident(null, resumed.value.records()))
  const firstReadMs = timed(() => resumed.value.read(1, 200))
  again.close()
  rmSync(dataFolder, { recursive: true })
  const of = `of ${inWords(facts)} facts`
  return [
    { name: `peek at the last 200 ${of}`, value: peekMs, unit: 'ms', target: '<= 150 ms with paint' },
    { name: `resume ${of}`, value: resumeMs, unit: 'ms' },
    { name: `verify in the background ${of}`, value: verifyMs, unit: 'ms', target: '<= 1,000 ms' },
    { name: `read + fold ${of}`, value: foldMs, unit: 'ms' },
    { name: `first read from the beginning ${of}`, value: firstReadMs, unit: 'ms' },
  ]
}

/** The journal against its yardsticks on this machine's disk (P1, P3, P5). */
export async function benchAppend(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const ratios: number[] = []
  await measureAppends(2_000)
  for (const facts of sizes) {
    const measured = await appendRows(facts)
    rows.push(...measured.rows)
    ratios.push(measured.ratio)
  }
  const [shortest = Number.NaN] = ratios
  const growth = (ratios.at(-1) ?? Number.NaN) / shortest
  rows.push({ name: 'append over raw, at 100,000 over 100 facts', value: growth, unit: 'x', target: '<= 1.2x' })
  return [...rows, ...(await burstRows()), ...(await openRows())]
}

if (import.meta.main) {
  for (const row of await benchAppend()) {
    const ratio = row.ratio === undefined ? '' : `${row.ratio.toFixed(2)}x raw`
    console.log(
      [
        row.name.padEnd(52),
        row.value.toFixed(3).padStart(12),
        row.unit.padEnd(3),
        ratio.padStart(14),
        row.target ?? '',
      ].join(' '),
    )
  }
}

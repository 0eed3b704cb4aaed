import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly ratio?: number
}

const benches = [
  ['append', 'benchAppend'],
  ['host-start', 'benchHostStart'],
  ['runbooks', 'benchRunbooks'],
  ['window', 'benchWindow'],
  ['schedule-window', 'benchScheduleWindow'],
  ['search', 'benchSearch'],
] as const

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

function line({ name, value, unit, target, ratio }: Row): string {
  const against = ratio === undefined ? '' : `${ratio.toFixed(2)}x`
  const wanted = target === undefined ? '' : `target ${target}`
  return `${name.padEnd(60)} ${shown(value).padStart(9)} ${unit.padEnd(12)} ${against.padStart(8)}  ${wanted}`
}

const asked = process.argv.slice(2)
for (const [file, main] of benches) {
  if (asked.length > 0 && !asked.includes(file)) continue
  const path = join(import.meta.dirname, `../test/bench/${file}.ts`)
  const bench: Record<string, () => Promise<Row[]>> = await import(pathToFileURL(path).href)
  console.log(`\n${file}`)
  for (const row of (await bench[main]?.()) ?? []) console.log(line(row))
}

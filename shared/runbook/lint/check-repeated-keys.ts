import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import { KNOWN_KEYS, plainKey } from '../text/front-matter-fields.ts'
import { firstLineOf } from './check-front-matter.ts'

const OURS: ReadonlySet<string> = new Set(Object.values(KNOWN_KEYS).flat())
const KEY = /^([ \t]*)["']?([A-Za-z][\w-]{0,60})["']?\s*[:=](.*)$/

/** A key of the page itself: how it is spelt, on which line, and what it says, with what is set in below it. */
type Key = { readonly key: string; readonly line: number; said: string }

/** A value as it is compared: without quotes, commas of JSON and remarks. */
const plainValue = (said: string): string => said.replace(/\s#.*$/gm, '').replace(/["',\s]/g, '')

/** The keys of ours that stand in the front matter itself, as often as they do; those of tables in it are of another meaning. */
function ownKeys({ frontMatter }: Runbook): readonly Key[] {
  const { format, raw } = frontMatter
  const lines = raw.split('\n')
  const indent = lines.flatMap((line) => KEY.exec(line)?.[1] ?? [])[0]
  const firstTable = format === 'toml' ? lines.findIndex((line) => /^\s*\[/.test(line)) : -1
  const keys: Key[] = []
  for (const [at, line] of lines.slice(0, firstTable < 0 ? lines.length : firstTable).entries()) {
    const [, before, key, said = ''] = KEY.exec(line) ?? []
    const last = keys.at(-1)
    if (key !== undefined && before === indent) keys.push({ key, line: at + firstLineOf(frontMatter), said })
    else if (last !== undefined) last.said += `\n${line}`
  }
  return keys.filter(({ key }) => OURS.has(plainKey(key)))
}

/** One key of ours that stands there twice, as it is or in two spellings, and says two things: only the last of them counts (R1, R8). */
export function findRepeatedKeys(runbook: Runbook): Problem[] {
  const keys = ownKeys(runbook)
  return keys.flatMap(({ key, line, said }): Problem[] => {
    const last = keys.findLast((other) => plainKey(other.key) === plainKey(key))
    if (last === undefined || last.line === line || plainValue(last.said) === plainValue(said)) return []
    const spelt = last.key === key ? `${key} stands here and` : `${key} is the key ${last.key}, which stands`
    return [
      {
        file: runbook.path,
        line,
        rule: 'runbook/duplicate-key',
        severity: 'error',
        message: `${spelt} on line ${last.line} too, and says something else. Only line ${last.line} counts.`,
        hint: 'Keep the one that is right, and delete the other.',
      },
    ]
  })
}

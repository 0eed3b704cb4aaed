import { describe, expect, it } from 'vitest'
import { askedPath } from '../../../shared/library/asked-path.ts'
import { createScan } from '../../../shared/library/scan-library.ts'
import { everything, idsOf, indexOf, runbook } from './some-library.ts'

const all = [
  runbook('runbooks/redis/consumer-lag.md', 'kafka consumer lag '.repeat(30)),
  runbook('runbooks/kafka/consumer-lag.md', 'The broker is behind.'),
  runbook('runbooks/kafka/README.md', 'See [the lag](consumer-lag.md).'),
  runbook('runbooks/other.md', 'kafka consumer lag md README'),
  runbook('incident:1', 'see runbooks/kafka/consumer-lag.md', { kind: 'incident' }),
]
const first = (query: string): string | undefined => indexOf(all).search(query, {}, everything).found[0]?.id

describe('a path that was pasted', () => {
  it.each([
    'kafka/consumer-lag.md',
    'runbooks/kafka/consumer-lag.md',
    ' `./runbooks/kafka/Consumer-Lag.md` ',
    'https://github.com/acme/ops/blob/main/oncall/runbooks/kafka/consumer-lag.md?plain=1#L12',
    'file:///home/ann/My%20Work/runbooks/kafka/consumer-lag.md',
    '/home/ann/my work/runbooks/kafka/consumer-lag.md:12:3',
    'C:\\ops\\runbooks\\kafka\\consumer-lag.md',
    'docs/kafka/consumer-lag.markdown',
  ])('L31 %s finds its runbook first', (query) => {
    expect(first(query)).toBe('runbooks/kafka/consumer-lag.md')
    const asked = askedPath(query)
    const scan = createScan(asked?.words ?? '', {}, 'every', asked)
    for (const entry of all) scan.look(entry)
    expect(idsOf(scan.findings(everything).found)[0]).toBe('runbooks/kafka/consumer-lag.md')
  })

  it.each(['runbooks/odd/a#b.md', './odd/why?.md', 'odd/a#b.md:12', 'odd/back\\slash.md', 'odd/100% full.md'])(
    'L31 %s, whose name holds an odd letter',
    (query) => {
      const odd = ['a#b', 'why?', 'back\\slash', '100% full', 'a', 'slash', 'b'].map((name) =>
        runbook(`runbooks/odd/${name}.md`, 'a b why back slash 100 full'),
      )
      const name = query.replace(/^.*odd\//, '').replace(/:12$/, '')
      expect(indexOf(odd).search(query, {}, everything).found[0]?.id).toBe(`runbooks/odd/${name}`)
    },
  )

  it('L31 the README of its own folder', () => {
    expect(first('kafka/README.md')).toBe('runbooks/kafka/README.md')
  })

  it('L31 a file that is not there is looked for by its words', () => {
    const found = indexOf(all).search('kafka/zebra.md', {}, everything)
    expect(found.holding).toBe('some')
    expect(found.found.length).toBeGreaterThan(0)
  })

  it.each(['consumer lag', 'kafka lag in docs/consumer.md', 'and/or', '.md', 'https://example.com/consumer-lag', ''])(
    'L31 "%s" is no path',
    (query) => {
      expect(askedPath(query)).toBeNull()
    },
  )
})

import { describe, expect, it } from 'vitest'
import type { RunbookCheckContext } from '../../../shared/runbook/lint/check-context.ts'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { fixRunbook } from '../../../shared/runbook/lint/fix-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const empty: RunbookCheckContext = { peopleIds: [], pipelineIds: [], files: new Set(), today: '2026-11-20' }

const fixed = (lines: readonly string[]): string =>
  fixRunbook(parseRunbook({ path: 'a.md', text: lines.join('\n') }), empty).text

/** Where `--fix` leads a link of a page, and what the linter says of it otherwise. */
function link(href: string, files: readonly string[], path = 'payments/down.md') {
  const context = { ...empty, files: new Set([path, ...files]), within: '' }
  const runbook = parseRunbook({ path, text: `# P\n\n1. Follow [it](${href}).\n` })
  const to = /\]\(([^)]*)\)/.exec(fixRunbook(runbook, context).text)?.[1]
  const hint = checkRunbook(runbook, context).find(({ rule }) => rule === 'runbook/dead-link')?.hint
  return { to: to === href ? undefined : to, hint }
}

describe('R8 a dead link is led on only where it surely means one file', () => {
  it.each([
    ['Restore.md', 'payments/restore.md', 'restore.md'],
    ['../Orders/Restore.MD#now', 'orders/restore.md', '../orders/restore.md#now'],
    ['restore.markdown?plain=1#now', 'payments/restore.md', 'restore.md?plain=1#now'],
    ['map.jpeg', 'payments/map.jpg', 'map.jpg'],
    ['../ledger/restore.md', 'archive/ledger/restore.md', '../archive/ledger/restore.md'],
    ['../docs/ledger/restore.md', 'services/ledger/restore.md', '../services/ledger/restore.md'],
    ['../ledger/runbooks/restore.md', 'ops/ledger/runbooks/restore.md', '../ops/ledger/runbooks/restore.md'],
    ['../ledger/a%20%28b%29.md', 'old/ledger/a (b).md', '../old/ledger/a%20%28b%29.md'],
    ['../ledger/st%C3%B6rung.md', 'old/ledger/störung.md', '../old/ledger/störung.md'],
  ])('R8 %s where there is %s', (href, file, to) => {
    expect(link(href, [file]).to).toBe(to)
  })

  it.each([
    ['restore.md', ['orders/restore.md'], 'Did you mean ../orders/restore.md?'],
    ['restore.md', ['a/restore.md', 'b/restore.md'], 'Did you mean ../a/restore.md or ../b/restore.md?'],
    ['../ledger/restore.md', ['ledger/other.md', 'x/ledger/restore.md'], 'Did you mean ../x/ledger/restore.md?'],
    ['../orders/runbooks/restore.md', ['billing/runbooks/restore.md'], 'Did you mean ../billing/runbooks/restore.md?'],
    ['../orders/failover/run.md', ['billing/failover/run.md'], 'Did you mean ../billing/failover/run.md?'],
    ['../images/map.png', ['orders/images/map.png'], 'Did you mean ../orders/images/map.png?'],
    ['../ledger/a.md', ['x/ledger/a.md', 'y/ledger/a.md'], 'Did you mean ../x/ledger/a.md or ../y/ledger/a.md?'],
    ['Restore.md', ['payments/restore.md', 'payments/RESTORE.md'], undefined],
    ['gone.md', ['orders/restore.md'], 'Correct the path, or remove the link.'],
    ['b.png', ['payments/a.png'], 'Correct the path, or remove the link.'],
    ['map.png', ['payments/maps.png'], 'Did you mean maps.png?'],
    ['../../../gone.md', ['orders/restore.md'], 'Correct the path, or remove the link.'],
  ])('R8 %s stays where there is %j, with a hint that shows the whole way', (href, files, hint) => {
    const { to, hint: said } = link(href, files)
    expect(to).toBeUndefined()
    expect(said).toBeDefined()
    if (hint !== undefined) expect(said).toBe(hint)
  })

  const mended = (...lines: string[]): string => {
    const context = { ...empty, files: new Set(['a.md', 'b.md', 'c.md', 'restore.md', 'störung.md']), within: '' }
    return fixRunbook(parseRunbook({ path: 'a.md', text: lines.join('\n') }), context).text
  }

  it('R8 only the address of the link is changed, not the same words beside it', () => {
    expect(mended('Restore.md is kept.', '', 'See Restore.md as [Restore.md](Restore.md).')).toBe(
      'Restore.md is kept.\n\nSee Restore.md as [Restore.md](restore.md).',
    )
    expect(mended('1. Restore.md: [Restore.md](Restore.md)')).toBe('1. Restore.md: [Restore.md](restore.md)')
  })

  it.each([
    ['1. [b](B.md) and [again](B.md "why")', '1. [b](b.md) and [again](b.md "why")'],
    ['[b](B.md) and <a href="B.md">too</a> and ![x](<B.md>)', '[b](b.md) and <a href="b.md">too</a> and ![x](<b.md>)'],
    [
      '| [b](B.md) | [c](C.md) |\n|---|---|\n| [b](B.md) | B.md |',
      '| [b](b.md) | [c](c.md) |\n|---|---|\n| [b](b.md) | B.md |',
    ],
    ['[x](Störung.md)', '[x](störung.md)'],
    ['[x][r], [r] and [r][]\n\n[r]: B.md "why"', '[x][r], [r] and [r][]\n\n[r]: b.md "why"'],
    ['> [x][r]\n>\n> [r]: <B.md#now>', '> [x][r]\n>\n> [r]: <b.md#now>'],
    ['[x](B.md) [y][r]\n\n[r]: B.md', '[x](b.md) [y][r]\n\n[r]: B.md'],
  ])('R8 every link to one address is mended: %s', (before, after) => {
    expect(mended(before)).toBe(after)
  })

  it('R8 a link that is shown as code keeps its line as it is', () => {
    const line = 'Write `[b](B.md)`, as here: [b](B.md)'
    expect(mended(line)).toBe(line)
  })

  it('R8 two dead links on one line are both mended', () => {
    const context = { ...empty, files: new Set(['a.md', 'b.md', 'c.md']), within: '' }
    const runbook = parseRunbook({ path: 'a.md', text: '1. [b](B.md) and [c](C.md)' })
    expect(fixRunbook(runbook, context).text).toBe('1. [b](b.md) and [c](c.md)')
  })
})

describe('R8 dates and periods that are written otherwise', () => {
  it.each([
    ['lastDrilled: "2026/2/1"', 'lastDrilled: "2026-02-01"'],
    ['last_drill: 2026.2.1', 'last_drill: 2026-02-01'],
    ['last-reviewed: 2026/2/1', 'last-reviewed: 2026-02-01'],
    ['reviewInterval: every 2 weeks', 'reviewInterval: P2W'],
    ['lastDrilled: 1/2/2026', 'lastDrilled: 1/2/2026'],
  ])('R8 %s is %s', (before, after) => {
    expect(fixed(['---', before, '---', '# A'])).toBe(['---', after, '---', '# A'].join('\n'))
  })
})

describe('R8 a date that stands where no line can be changed alone', () => {
  it('R8 leaves the same words in a block of text as they are', () => {
    const lines = ['---', 'params: {lastVerified: 2026/1/5}', 'notes: |', '  lastVerified: x 2026/1/5', '---', '# A']
    expect(fixed(lines)).toBe(lines.join('\n'))
  })
})

describe('R8 front matter that is not valid', () => {
  it('R8 keeps its comments as comments, and lines that were right as they were', () => {
    expect(
      fixed([
        '---',
        'title: Orders: late   # ask Ana',
        'owner: x  # note: hers',
        'lastVerified: 2026/3/5   # by: me',
        '---',
      ]),
    ).toBe(
      [
        '---',
        'title: "Orders: late"   # ask Ana',
        'owner: x  # note: hers',
        'lastVerified: 2026-03-05   # by: me',
        '---',
      ].join('\n'),
    )
  })

  it('R8 is left as it is where a # may be meant as a sign or as a comment', () => {
    const lines = ['---', 'title: Ticket: late #12', 'lastVerified: 2026-03-05', '---', '# T']
    expect(fixed(lines)).toBe(lines.join('\n'))
  })

  it.each([
    ['matches: alertname: KubeDown'],
    ['nightdesk: disable: [no-owner]'],
    ['policy: rungs: [a]'],
    ['owner: team: data'],
    ['params: owner: ann'],
    ['matches: @late'],
  ])('R8 is left as it is where keys may be meant: %s', (line) => {
    expect(fixed(['---', line, '---', '# A'])).toBe(['---', line, '---', '# A'].join('\n'))
  })

  it.each([
    ['description: Late: the ring', 'description: "Late: the ring"'],
    ['see: the page of the ring: late', 'see: "the page of the ring: late"'],
    ['owner: @ann', 'owner: "@ann"'],
    ['title: Ring "b" \\ late: now', 'title: "Ring \\"b\\" \\\\ late: now"'],
  ])('R8 gets quotes where words are meant: %s', (line, mended) => {
    expect(fixed(['---', line, '---', '# A'])).toBe(['---', mended, '---', '# A'].join('\n'))
  })

  it('R8 keeps what stands in a block of text', () => {
    expect(fixed(['---', 'title: A: b', 'note: |', '  when: ever: so', 'owner: x', '---'])).toBe(
      ['---', 'title: "A: b"', 'note: |', '  when: ever: so', 'owner: x', '---'].join('\n'),
    )
  })

  it('R8 gets spaces for tabs, below blank lines as well', () => {
    expect(fixed(['---', 'policy:', '\trungs: []', '---'])).toBe(['---', 'policy:', '  rungs: []', '---'].join('\n'))
    expect(fixed(['', '', '---', 'title: A: b', 'lastVerified: 2026/3/5', '---', '# T'])).toBe(
      ['', '', '---', 'title: "A: b"', 'lastVerified: 2026-03-05', '---', '# T'].join('\n'),
    )
  })
})

describe('R8 what somebody silenced', () => {
  it.each([
    [['---', '# nightdesk-disable-next-line date-invalid', 'lastVerified: 2026/3/5', '---']],
    [['---', 'nightdesk: {disable: [date-invalid]}', 'lastVerified: 2026/3/5', '---']],
    [['---', '# nightdesk-disable-next-line front-matter-invalid', 'title: A: b', '---']],
    [['---', 'title: A: b', 'nightdesk: {disable: [front-matter-invalid]}', '---']],
  ])('R8 stays as it is: %j', (lines) => {
    expect(fixed(lines)).toBe(lines.join('\n'))
  })

  it('R8 a silenced link stays, one below it does not', () => {
    const context = { ...empty, files: new Set(['a.md', 'b.md']), within: '' }
    const lines = ['<!-- nightdesk-disable-next-line dead-link -->', '[x](B.md)', '', '[y](B.md)']
    expect(fixRunbook(parseRunbook({ path: 'a.md', text: lines.join('\n') }), context).text).toBe(
      [...lines.slice(0, 3), '[y](b.md)'].join('\n'),
    )
  })
})

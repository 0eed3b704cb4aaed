import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownFolder } from './own-folder.ts'
import { runCli } from './run-cli.ts'

const { at, write, bytes, text } = ownFolder()

const stale = (words: string): string => `---\nlastVerified: 2026/3/5\n---\n# ${words}\n\n1. Look at the log\n`
const mended = (words: string): string => stale(words).replace('2026/3/5', '2026-03-05')

describe('R8 --fix', () => {
  it('R8 shows the difference, mends what is safe, and keeps everything else', async () => {
    const file = write(
      'a.md',
      '\uFEFF---',
      'lastVerified: 2026/3/5 # by hand',
      'reviewEvery: every 3 months',
      '---',
      '# A\r',
      '1. Look at the [map](Maps/map.md#x)\r',
      '[two](old/twice.md)',
    )
    write('maps/map.md', '# Map', '## X', '1. Look')
    write('one/twice.md', '# Twice', '1. Look')
    const before = text('a.md')
    const dry = await runCli('check', at(), '--fix', '--dry-run')
    expect(text('a.md')).toBe(before)
    expect(dry.error).toContain('3 lines could be mended; nothing was written')
    const { error, out } = await runCli('check', at(), '--fix')
    expect(error).toContain(
      'a.md:2: runbook/date-invalid\n  - lastVerified: 2026/3/5 # by hand\n  + lastVerified: 2026-03-05 # by hand\n',
    )
    expect(text('a.md')).toBe(
      before.replace('2026/3/5', '2026-03-05').replace('every 3 months', 'P3M').replace('Maps/map.md', 'maps/map.md'),
    )
    expect(out).not.toContain('date-invalid')
    expect(out).toContain('The link to old/twice.md')
    expect(out).toContain('Did you mean one/twice.md?')
    expect(existsSync(`${file}.nightdesk-new`)).toBe(false)
  })

  it('R8 mends front matter only when it is valid afterwards', async () => {
    const colon = write('a.md', '---', 'title: Orders: late "again"', 'owner: x', '---', '# A', '1. Look')
    write('b.md', '---', 'title: Orders: late', 'owner: [', '---', '# B', '1. Look')
    await runCli('check', at(), '--fix')
    expect(text('a.md')).toContain('title: "Orders: late \\"again\\""\nowner: x\n')
    expect(text('b.md')).toContain('title: Orders: late\nowner: [\n')
    const { out } = await runCli('inspect', colon, '--json')
    expect(JSON.parse(out).runbooks[0].title).toBe('Orders: late "again"')
  })

  it('R8 writes nothing where there is nothing safe to do', async () => {
    write('a.md', '# A', '1. Look', '[x](gone.md)')
    const before = text('a.md')
    expect((await runCli('check', at(), '--fix')).error).toBe('0 lines mended\n')
    expect(text('a.md')).toBe(before)
  })
})

describe('R8 --fix and files that must not be written', () => {
  const cyrillic = Buffer.from(stale('x').replace('# x', '# \xd1\xe1\xee\xe9'), 'latin1')
  const shiftJis = Buffer.from(stale('x').replace('# x', '# \x8f\xe1\x8aQ'), 'latin1')
  const oneBadByte = Buffer.concat([Buffer.from(stale('Störung 障害')), Buffer.from([0xff, 0x0a])])
  const utf16 = Buffer.from(`\uFEFF${stale('Brüche')}`, 'utf16le')

  it.each([
    ['Windows-1251', cyrillic],
    ['Shift-JIS', shiftJis],
    ['UTF-8 with one byte that is none', oneBadByte],
    ['UTF-16', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('R8 %s stays as it is, to the byte; it is named, and the others are mended', async (_, content) => {
    write('a.md', content)
    write('b.md', stale('B'))
    const dry = await runCli('check', at(), '--fix', '--dry-run')
    expect(dry.error).toContain('a.md is not UTF-8')
    expect(dry.error).toContain('1 line could be mended; nothing was written')
    const { code, error } = await runCli('check', at(), '--fix')
    expect(bytes('a.md')).toEqual(content)
    expect(text('b.md')).toBe(mended('B'))
    expect(error).toContain('Save the file as UTF-8')
    expect(error).not.toContain('a.md:2:')
    expect(error).toContain('1 line mended\n1 file was left as it is\n')
    expect(code).toBe(1)
  })

  it('R8 one that is read-only, or cannot be replaced, is named and left; the others are mended', async () => {
    chmodSync(write('a.md', stale('A')), 0o444)
    write('b.md', stale('B'))
    mkdirSync(at('b.md.nightdesk-new'))
    chmodSync(write('c.md', stale('C')), 0o640)
    const { code, error } = await runCli('check', at(), '--fix')
    expect([text('a.md'), text('b.md'), text('c.md')]).toEqual([stale('A'), stale('B'), mended('C')])
    expect(error).toContain('a.md was not written: the file is read-only. The old file stands.')
    expect(error).toContain('b.md was not written: ')
    expect(error).toContain('2 files were left as they are')
    expect(statSync(at('c.md')).mode & 0o777).toBe(0o640)
    expect(code).toBe(1)
  })

  it('R8 a link that lies where the new file is made leads the text nowhere', async () => {
    const other = write('elsewhere.txt', 'theirs')
    write('a.md', stale('A'))
    symlinkSync(other, at('a.md.nightdesk-new'))
    await runCli('check', at(), '--fix')
    expect(text('elsewhere.txt')).toBe('theirs')
    expect(text('a.md')).toBe(mended('A'))
  })
})

import { readdirSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownFolder } from './own-folder.ts'
import { runCli } from './run-cli.ts'

const { at, write, text } = ownFolder()

const secret = ['password', 'S3cr3tPa55word'].join(': ')
const check = (...words: string[]) => runCli('check', at('rb'), '--baseline', at('known.json'), ...words)

function oldRunbooks(): void {
  write('rb/a.md', '# A', '1. Look', '[x](gone.md) [y](gone.md)', '', '[z](lost.md)')
  write('rb/b.md', '---', 'lastVerified: 2026-01-01', 'reviewEvery: P90D', '---', '# B', '1. Look')
}

describe('R8 a baseline of old problems', () => {
  it('R8 holds what is there now, so that only what is new is told', async () => {
    oldRunbooks()
    const written = await check('--write-baseline', '--max-warnings', '0')
    expect(written).toMatchObject({
      code: 0,
      out: `Checked ${at('rb')}\n0 errors, 0 warnings in 2 runbooks; 4 known problems not told\n`,
    })
    expect(JSON.parse(text('known.json'))).toMatchObject({
      shape: 1,
      known: [
        { file: 'a.md', rule: 'runbook/dead-link', count: 2 },
        { file: 'a.md', rule: 'runbook/dead-link', count: 1 },
        { file: 'b.md', rule: 'runbook/stale', count: 1 },
      ],
    })
    write(
      'rb/a.md',
      '# A',
      'More words.',
      '',
      '1. Look',
      '[x](gone.md) [y](gone.md)',
      '',
      '[z](lost.md)',
      '',
      '[n](new.md)',
    )
    const { code, out } = await check()
    expect(code).toBe(1)
    expect(out).toContain('a.md:9: error: The link to new.md')
    expect(out).toContain('1 error, 0 warnings in 2 runbooks; 4 known problems not told')
    expect(JSON.parse((await check('--json')).out)).toMatchObject({ known: 4, errors: 1 })
  })

  it('R8 one more of a kind on the same line is new, and what is gone is said', async () => {
    oldRunbooks()
    await check('--write-baseline')
    write('rb/a.md', '# A', '1. Look', '[x](gone.md) [y](gone.md)', '', 'mended', '', '[x](gone.md) [y](gone.md)')
    const { out, error } = await check()
    expect(out.match(/The link to gone\.md/g)).toHaveLength(2)
    expect(error).toContain('Known problems that are gone: 1. --write-baseline keeps them from coming back.')
    await check('--write-baseline')
    expect((await check()).error).toBe('')
  })

  it('R8 never holds a secret, nor what makes a page not arrive', async () => {
    write('rb/team.yaml', 'people: [{name: x}]')
    write('rb/runbooks/a.md', '# A', '1. Look', secret, '[x](gone.md)')
    const { code, out } = await check('--write-baseline')
    expect(code).toBe(1)
    expect(out).toContain('[runbook/secret]')
    expect(out).toContain('team.yaml')
    expect(out).not.toContain('[runbook/dead-link]')
    expect(text('known.json')).not.toMatch(/secret|S3cr3t|team\//)
  })

  it('R8 is counted from the root of the repository, so that one file of it can be checked', async () => {
    oldRunbooks()
    write('.git/HEAD', '')
    await check('--write-baseline')
    expect(text('known.json')).toContain('"file":"rb/a.md"')
    const one = await runCli('check', at('rb/a.md'), '--baseline', at('known.json'))
    expect(one).toMatchObject({ code: 0, error: '' })
    write('rb/b.md', '# B', '1. Look')
    await runCli('check', at('rb/a.md'), '--baseline', at('known.json'), '--write-baseline')
    expect(text('known.json')).toContain('"file":"rb/b.md"')
    rmSync(at('rb/b.md'))
    await runCli('check', at('rb/a.md'), '--baseline', at('known.json'), '--write-baseline')
    expect(text('known.json')).not.toContain('"file":"rb/b.md"')
  })

  it('R8 that is not there or is none ends with 2, and no other file is ever written over', async () => {
    oldRunbooks()
    const missing = await check()
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(missing.error).toContain('Write it with --write-baseline')
    const before = text('rb/a.md')
    const wrong = await runCli('check', at('rb'), '--baseline', at('rb/a.md'), '--write-baseline')
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.error).toContain('is no baseline')
    expect(wrong.error).toContain('Nothing was written in it.')
    const read = await runCli('check', at('rb'), '--baseline', at('rb/a.md'))
    expect(read.error).not.toContain('Nothing was written')
    expect(text('rb/a.md')).toBe(before)
    const nowhere = await runCli('check', at('rb'), '--baseline', at('none/known.json'), '--write-baseline')
    expect(nowhere.code).toBe(2)
    expect(readdirSync(at()).toSorted()).toEqual(['rb'])
  })
})

import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownFolder } from './own-folder.ts'
import { runCli } from './run-cli.ts'

const { at, write } = ownFolder()

const good = (name: string): string[] => [`# ${name}`, '## Meaning', 'm', '## Diagnosis', '1. Look at the log']
const report = async (...words: string[]) => JSON.parse((await runCli('check', ...words, '--json')).out)
const found = ({ problems }: { problems: { file: string; rule: string }[] }) =>
  problems.map(({ file, rule }) => `${file} ${rule.replace(/^\w+\//, '')}`)

describe('R8 what a link may lead to', () => {
  const links = async (...lines: string[]) => {
    const path = write('rb/a.md', ...good('A'), '', ...lines)
    return { ofFolder: found(await report(at('rb'))), ofFile: found(await report(path)) }
  }

  it('R8 without a repository, a file above the folder that was given', async () => {
    write('ref/late data.md', '# Late')
    write('Map.png', '')
    const { ofFolder, ofFile } = await links(
      '[x](../ref/late%20data.md) [y](../ref) [z](../ref/late%20data#x) ![m](../Map.png)',
    )
    expect([ofFolder, ofFile]).toEqual([[], []])
    expect((await links('[x](../ref/gone.md)', '![m](../map.png)')).ofFolder).toEqual([
      'a.md dead-link',
      'a.md dead-link',
    ])
  })

  it('R8 what stands behind a symbolic link, in a workspace as well; not what lies beside a workspace', async () => {
    write('real/b.md', '# B')
    mkdirSync(at('rb'))
    symlinkSync(at('real'), at('rb/shelf'))
    symlinkSync(at('real/b.md'), at('rb/b.md'))
    symlinkSync(at('real/gone.md'), at('rb/lost.md'))
    expect((await links('[x](b.md) [y](shelf/b.md) [z](shelf/)')).ofFolder).toEqual([])
    expect((await links('[x](lost.md)')).ofFolder).toEqual(['a.md dead-link'])
    write('rb/team.yaml', 'people: []')
    const ofWorkspace = (await links('[x](b.md)', '[y](../real/b.md)')).ofFolder
    expect(ofWorkspace.filter((line) => line.endsWith('dead-link'))).toEqual(['a.md dead-link'])
  })
})

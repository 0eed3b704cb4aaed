import { join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ownFolder } from './own-folder.ts'
import { runCli } from './run-cli.ts'

const { at, write } = ownFolder()
afterEach(() => void vi.restoreAllMocks())

const good = (name: string): string[] => [`# ${name}`, '## Meaning', 'm', '## Diagnosis', '1. Look at the log']
const secret = ['password', 'S3cr3tPa55word'].join(': ')
const report = async (...words: string[]) => JSON.parse((await runCli('check', ...words, '--json')).out)
const found = ({ problems }: { problems: { file: string; rule: string }[] }) =>
  problems.map(({ file, rule }) => `${file} ${rule.replace(/^\w+\//, '')}`)

describe('R8 what check reads', () => {
  it('R8 a folder without team.yaml is read whole, also what stands beside runbooks/', async () => {
    write('runbooks/a.md', ...good('A'))
    write('playbooks/b.md', ...good('B'), '', '[x](gone.md)')
    const read = await report(at())
    expect(read.runbooks).toBe(2)
    expect(found(read)).toEqual(['playbooks/b.md dead-link'])
  })

  it('R8 what is too large to be searched for secrets is told', async () => {
    write('runbooks/a.md', ...good('A'))
    write('runbooks/notes.rst', 'x'.repeat(2_000_001))
    write('runbooks/plan.docx', Buffer.alloc(2_000_001))
    expect(found(await report(at()))).toEqual(['runbooks/notes.rst too-large'])
    write('team.yaml', 'people: []')
    write('reference/long.md', 'x'.repeat(2_000_001))
    const ofWorkspace = found(await report(at()))
    expect(ofWorkspace).toContain('runbooks/notes.rst too-large')
    expect(ofWorkspace).toContain('reference/long.md too-large')
  })

  it('R8 in a workspace what is no runbook is searched for secrets', async () => {
    write('team.yaml', 'people: []')
    write('runbooks/a.md', ...good('A'))
    write('reference/keys.md', '# Keys', secret, '[x](gone.md)')
    const read = await report(at())
    expect(read).toMatchObject({ runbooks: 1, leftAlone: [] })
    expect(found(read)).toContain('reference/keys.md secret')
    expect(found(read)).not.toContain('reference/keys.md dead-link')
  })

  it('R8 pages that are left alone are searched for secrets, whatever their markup, and can be silenced', async () => {
    write('a.md', ...good('A'))
    write('CONTRIBUTING.md', '# How', '1. Fork it', secret)
    write('README.md', '# Index', '<!-- nightdesk-disable-next-line secret -->', secret)
    write('old.rst', 'Old', '===', secret)
    write('a.md.orig', secret)
    write('plan.docx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
    const read = await report(at())
    expect(found(read)).toEqual(['CONTRIBUTING.md secret', 'a.md.orig secret', 'old.rst secret'])
    expect(read.leftAlone).toEqual(['CONTRIBUTING.md', 'README.md', 'a.md.orig', 'old.rst', 'plan.docx'])
  })

  it.each([
    ['security.md', 'systemctl restart vault', true],
    ['agents.md', 'systemctl restart agents', true],
    ['README.md', 'systemctl restart orders', true],
    ['AGENTS.md', 'npm test', false],
    ['CONTRIBUTING.md', 'npm test', false],
  ])('R8 %s with a step that types "%s" is a runbook: %s', async (name, command, isRunbook) => {
    write(name, '# T', `1. Run \`${command}\``, '', '[x](gone.md)')
    write('a.md', ...good('A'))
    const read = await report(at())
    expect(read.leftAlone).toEqual(isRunbook ? [] : [name])
    expect(found(read)).toEqual(isRunbook ? [`${name} dead-link`] : [])
  })

  it('R8 security.md that tells whom to write to is left alone', async () => {
    write('security.md', '# Security', '1. Write to security@example.com')
    write('a.md', ...good('A'))
    expect((await report(at())).leftAlone).toEqual(['security.md'])
  })

  it('R8 nothing to read ends with 2 and says what to do', async () => {
    write('CONTRIBUTING.md', '# How', '1. Fork it')
    const { code, out, error } = await runCli('check', at())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toBe(
      `There is no Markdown runbook at ${at()}. Left alone, no runbooks: CONTRIBUTING.md. Give the folder or the files that hold your runbooks.\n`,
    )
  })

  it('R8 a secret in the only page is told and not hidden by that', async () => {
    write('CONTRIBUTING.md', secret)
    expect(await runCli('check', at())).toMatchObject({ code: 1 })
  })
})

describe('R8 check without a path', () => {
  const standIn = (path = '.') => void vi.spyOn(process, 'cwd').mockReturnValue(at(path))

  it('R8 reads the current folder, and says so first', async () => {
    write('rb/a.md', ...good('A'), '', '[x](gone.md)')
    standIn()
    const { code, out } = await runCli('check')
    expect(out.split('\n').slice(0, 2)).toEqual([
      `Checked ${at()}`,
      'rb/a.md:7: error: The link to gone.md leads to no file. [runbook/dead-link]',
    ])
    expect(code).toBe(1)
  })

  it('R8 ends with 2 where nothing is to be read, whatever workspace the console has', async () => {
    write('elsewhere/team.yaml', 'people: []')
    write('data/preferences.json', JSON.stringify({ workspace: at('elsewhere') }))
    write('here/notes.csv', '1,2')
    standIn('here')
    const { code, out, error } = await runCli('check', '--data', at('data'))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(`There is no Markdown runbook at ${at('here')}.`)
  })

  it('R8 a path that is empty, and a path beside --workspace, end with 2', async () => {
    write('a.md', ...good('A'))
    standIn()
    expect(await runCli('check', '')).toMatchObject({ code: 2, out: '', error: expect.stringContaining('is empty') })
    expect(await runCli('check', 'a.md', '--workspace', at())).toMatchObject({ code: 2, out: '' })
    expect(await runCli('check', '--workspace', at())).toMatchObject({ code: 0 })
  })

  it('R8 names files from where one stands, and others with their whole path; JSON and SARIF stay as they are', async () => {
    write('.git/HEAD', '')
    write('docs/rb/a.md', ...good('A'), '', '[x](gone.md)')
    standIn('docs')
    expect((await runCli('check', at('docs/rb'))).out).toContain('\nrb/a.md:7: error')
    expect((await runCli('inspect', at('docs/rb'))).out).toMatch(/^rb\/a\.md\n/)
    expect((await report(at('docs/rb'))).problems[0]).toMatchObject({ file: 'a.md' })
    const sarif = JSON.parse((await runCli('check', at('docs/rb'), '--format', 'sarif')).out)
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('docs/rb/a.md')
    write('other/b.md', ...good('B'), '', '[x](gone.md)')
    expect((await runCli('check', at('other'))).out).toContain(`\n${at('other/b.md')}:7: error`)
  })
})

describe('a workspace that was not given', () => {
  it.each([['oncall'], ['bundle', '--out', 'copy.html']])(
    "%s takes the console's, says so, and never the demo team's",
    async (command, ...options) => {
      write('ws/team.yaml', 'people: []')
      write('data/preferences.json', JSON.stringify({ workspace: at('ws') }))
      write('none/preferences.json', '{}')
      vi.spyOn(process, 'cwd').mockReturnValue(at())
      const none = await runCli(command, ...options, '--data', at('none'))
      expect(none).toMatchObject({ code: 2, out: '' })
      expect(none.error).toBe(
        'There is no team.yaml here, and the console has no workspace. Give its folder with --workspace DIR.\n',
      )
      expect((await runCli(command, ...options, '--data', at('data'))).error).toContain(`Workspace: ${at('ws')}\n`)
      vi.spyOn(process, 'cwd').mockReturnValue(at('ws'))
      expect((await runCli(command, ...options, '--data', at('none'))).error).toContain(`Workspace: ${at('ws')}\n`)
    },
  )
})

describe('R8 check of files that are named', () => {
  const house = () => {
    for (const name of ['a', 'b', 'c'])
      write(`rb/${name}.md`, '---', 'owner: x', '---', ...good(name), '## Escalation', 'Call them')
  }

  it('R8 tells of them what their folder would tell, and nothing of the others', async () => {
    house()
    write('rb/old.md', ...good('Old'), '', '[x](lost.md)')
    const one = write('rb/new.md', ...good('New'), '', '[x](a.md#nowhere)')
    const ofFolder = found(await report(at('rb'))).filter((line) => line.startsWith('new.md'))
    expect(ofFolder).toEqual(['new.md missing-escalation', 'new.md no-owner', 'new.md dead-anchor'])
    const named = await report(one)
    expect(found(named)).toEqual(ofFolder)
    expect(named).toMatchObject({ runbooks: 1, leftAlone: [] })
    expect((await runCli('check', one)).out).toMatch(/^Checked .*rb\/new\.md\n/)
  })

  it('R8 team.yaml is checked, and the runbooks named with it against it', async () => {
    const team = write('ws/team.yaml', 'people:', '  - {id: ann, name: Ann, timezone: Europe/Berlin}', '  - {id: bea}')
    const one = write('ws/runbooks/a.md', '---', 'owner: bob', '---', ...good('A'))
    const ofTeam = found(await report(at('ws'))).filter((line) => line.startsWith('team.yaml'))
    expect(ofTeam.length).toBeGreaterThan(0)
    expect(await runCli('check', team)).toMatchObject({ code: 1, out: expect.not.stringContaining('Left alone') })
    expect(found(await report(team, '--require', 'team'))).toEqual(ofTeam)
    expect(found(await report(team, one))).toEqual([...ofTeam, 'runbooks/a.md owner-gone'])
    const other = write('other/team.yaml', 'people: []')
    expect(await runCli('check', team, other)).toMatchObject({ code: 2, error: expect.stringContaining('team.yaml') })
  })

  it.each([['0-first.md'], ['z-last.md']])('R8 an id that another runbook has is told of %s', async (name) => {
    write('rb/a.md', '---', 'id: orders', '---', ...good('A'))
    const one = write(`rb/${name}`, '---', 'id: orders', '---', ...good('B'))
    expect(found(await report(one))).toEqual([`${name} duplicate-id`])
  })

  it('R8 what is wrong in the others is neither mended, nor counted as gone from a baseline', async () => {
    const stale = '---\nlastVerified: 2026/3/5\n---\n# S\n\n1. Look\n'
    write('rb/s.md', stale)
    write('rb/t.md', '# T', '1. Look', '[x](gone.md)')
    const one = write('rb/a.md', ...good('A'))
    await runCli('check', at('rb'), '--baseline', at('known.json'), '--write-baseline')
    expect(await runCli('check', one, '--fix', '--baseline', at('known.json'))).toMatchObject({
      code: 0,
      error: '0 lines mended\n',
    })
  })

  it('R8 pages beside them that are no runbooks make no habit', async () => {
    for (const name of ['README', 'CONTRIBUTING', 'CHANGELOG']) write(`rb/${name}.md`, '# T', '1. Fork it')
    write('rb/a.md', '---', 'owner: x', '---', ...good('A'))
    write('rb/b.md', '---', 'owner: x', '---', ...good('B'))
    const one = write('rb/c.md', ...good('C'))
    expect(found(await report(one))).toEqual(['c.md no-owner'])
  })
})

describe('R8 check with several paths', () => {
  it('R8 reads each file once, and names them from the folder they share', async () => {
    write('runbooks/a.md', ...good('A'), '', '[x](gone.md) [y](../docs/b.md)')
    write('docs/b.md', ...good('B'))
    write('docs/not-named.md', '[x](gone.md)')
    const { code, out } = await runCli('check', at('runbooks/a.md'), at('docs/b.md'), at('runbooks'))
    expect(out).toContain('runbooks/a.md:7: error: The link to gone.md')
    expect(out).toContain('1 error, 0 warnings in 2 runbooks')
    expect(code).toBe(1)
  })

  it('R8 names them from where it is called, within the repository', async () => {
    write('.git/HEAD', '')
    const one = write('ops/runbooks/a.md', ...good('A'), '', '[x](gone.md) [y](../../docs/b.md)')
    const two = write('ops/runbooks/b.md', ...good('B'))
    write('docs/b.md', ...good('B'))
    vi.spyOn(process, 'cwd').mockReturnValue(at())
    const { out } = await runCli('check', one, two, '--format', 'github')
    expect(out).toMatch(/^::error file=ops\/runbooks\/a\.md,line=7,/)
    expect(out).toContain('\nops/runbooks/a.md:7: error: The link to gone.md')
    expect(out).toContain('1 error, 0 warnings in 2 runbooks')
  })

  it('R8 leaves named files alone that are no Markdown, and does not fail for them', async () => {
    const picture = write('map.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    expect(await runCli('check', picture)).toMatchObject({
      code: 0,
      out: `Checked ${picture}\nLeft alone, searched for secrets only: ${picture}\n0 errors, 0 warnings in 0 runbooks; 1 page left alone\n`,
    })
  })

  it('R8 ends with 2 when one is not there, or is a workspace', async () => {
    const file = write('a.md', ...good('A'))
    const gone = join(at(), 'gone.md')
    expect(await runCli('check', file, gone)).toMatchObject({
      code: 2,
      out: '',
      error: `There is no file or folder at ${gone}. Give a folder or a Markdown file.\n`,
    })
    write('empty/notes.csv', '1,2')
    expect(await runCli('check', file, at('empty'))).toMatchObject({
      code: 2,
      error: `There is no Markdown in ${at('empty')}. Leave it out, or give the folder that holds your runbooks.\n`,
    })
    write('ws/team.yaml', 'people: []')
    const both = await runCli('check', file, at('ws'))
    expect(both.code).toBe(2)
    expect(both.error).toContain('is a workspace with a team.yaml. Give it alone')
  })

  it('R8 looks for headings of other pages, but not where a site builder puts parts together', async () => {
    write('a.md', ...good('A'), '', '[x](b.md#how-to-restart) [y](b.md#how-to-stop) [z](c.md#anything)')
    write('b.md', ...good('B'), '## How to restart', '1. Look')
    write('c.md', ...good('C'), '{% include parts/restart.md %}')
    const { out } = await runCli('check', at())
    expect(out.match(/dead-anchor/g)).toHaveLength(1)
    expect(out).toContain(
      'a.md:7: warning: The link to #how-to-stop leads to no heading of b.md. [runbook/dead-anchor]',
    )
  })
})

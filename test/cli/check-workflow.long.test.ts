import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { isMarkdownFile } from '../../shared/runbook/text/runbook-file.ts'
import { ownFolder } from './own-folder.ts'

const root = join(import.meta.dirname, '../..')
const workflow = z
  .object({
    env: z.record(z.string(), z.string()),
    on: z.object({ pull_request: z.object({ paths: z.array(z.string()) }) }),
    jobs: z.object({
      check: z.object({ steps: z.array(z.object({ name: z.string().optional(), run: z.string().optional() })) }),
    }),
  })
  .parse(parse(readFileSync(join(root, 'docs/rules/check-runbooks.yml'), 'utf8')))

const { at, write, text } = ownFolder()

/** The command as the workflow finds it, here from its source. */
beforeEach(() => {
  write('.git/HEAD', '')
  write('.nightdesk/out/cli/nightdesk.js', `await import(${JSON.stringify(join(root, 'electron/cli/nightdesk.ts'))})`)
  write('.nightdesk/package.json', '{"type": "module"}')
})

/** Runs a step as GitHub's runner does: `bash -e` in the repository. */
function run(name: string, env: Readonly<Record<string, string>> = {}) {
  const script = workflow.jobs.check.steps.find((step) => step.name === name)?.run
  if (script === undefined) throw new Error(`There is no step ${name}.`)
  const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`
  return spawnSync('bash', ['-e', '-c', script], {
    cwd: at(),
    encoding: 'utf8',
    env: { ...process.env, ...workflow.env, ...env, PATH: path },
  })
}

describe('R8 the ready workflow', () => {
  it('R8 annotates what is wrong and writes SARIF of it', () => {
    write('runbooks/a.md', '# A', '1. Look', '[x](gone.md)')
    const annotated = run('Annotate the pull request')
    expect(annotated.status).toBe(1)
    expect(annotated.stdout).toMatch(/^::error file=runbooks\/a\.md,line=3,/)
    expect(run('Write SARIF').status).toBe(0)
    expect(JSON.parse(text('nightdesk.sarif')).runs[0].results).toHaveLength(1)
  })

  it('R8 takes several folders, and a baseline', () => {
    write('runbooks/a.md', '# A', '1. Look')
    write('playbooks/b.md', '# B', '1. Look', '[x](gone.md)')
    const env = { RUNBOOKS: 'runbooks playbooks', OPTIONS: '--baseline .nightdesk-known.json' }
    expect(run('Annotate the pull request', { ...env, OPTIONS: `${env.OPTIONS} --write-baseline` }).status).toBe(0)
    expect(run('Annotate the pull request', env).stdout).toContain(
      '0 errors, 0 warnings in 2 runbooks; 1 known problem',
    )
  })

  it.each([
    ['is missing', () => undefined],
    ['is empty', () => mkdirSync(at('runbooks'))],
  ])('R8 fails when the folder %s, and leaves no SARIF behind', (_, make) => {
    make()
    expect(run('Annotate the pull request').status).toBe(2)
    const { status, stderr } = run('Write SARIF')
    expect(status).toBe(2)
    expect(stderr).toMatch(/There is no (?:file or folder|Markdown runbook) at /)
    expect(existsSync(at('nightdesk.sarif'))).toBe(false)
  })

  it('R8 fails when RUNBOOKS names no folder, though there is Markdown to read', () => {
    write('a.md', '# A', '1. Look')
    for (const step of ['Annotate the pull request', 'Write SARIF']) {
      const { status, stdout, stderr } = run(step, { RUNBOOKS: '' })
      expect(stderr).toContain('RUNBOOKS: names no folder')
      expect(stdout).toBe('')
      expect(status).not.toBe(0)
    }
    expect(existsSync(at('nightdesk.sarif'))).toBe(false)
  })

  it('R8 runs when a page or a picture changes that a runbook links to', () => {
    const pages = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn', 'mdtext', 'mdx', 'rmd', 'qmd']
    expect(pages.filter((ending) => !isMarkdownFile(`a.${ending}`))).toEqual([])
    for (const ending of [...pages, 'md.*', 'png', 'svg', 'pdf', 'yaml', 'sh'])
      expect(workflow.on.pull_request.paths).toContain(`**/*.${ending}`)
  })
})

import { describe, expect, it } from 'vitest'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { knownAnchors } from '../../../shared/runbook/lint/known-anchors.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { body, checkContext, front, rulesOf, withBody } from './checked-sample.ts'

const context = { peopleIds: [], pipelineIds: [], files: new Set(['runbooks/a.md']), today: '2026-11-20' }

function told(...lines: string[]): string[] {
  const runbook = parseRunbook({ path: 'runbooks/a.md', text: lines.join('\n') })
  const isOfLinks = (rule: string): boolean => /dead-(?:link|anchor)$/.test(rule)
  return checkRunbook(runbook, context).flatMap(({ rule, line, message }) =>
    isOfLinks(rule) ? `${line ?? ''}: ${message}` : [],
  )
}

describe('R8 what a link may lead to', () => {
  it('R8 headings in a quote or an item are reached', () => {
    const quoted = ['> ## Late ring', '', '- item', '', '  ### Step detail']
    expect(told('[x](#late-ring) [y](#step-detail) [z](#gone)', '', ...quoted)).toEqual([
      '1: The link to #gone leads to no heading of this file.',
    ])
  })

  it('R8 names are reached however HTML quotes them', () => {
    const names = ['<a name=plain></a>', "<a class='x' id='single'></a>", '<a id="double"></a>']
    expect(told('[x](#plain) [y](#single) [z](#double) [w](#gone)', '', ...names, '', 'Set `size id=gone`.')).toEqual([
      '1: The link to #gone leads to no heading of this file.',
    ])
  })

  it('R7 a picture that the page holds itself is not loaded from the network', () => {
    const text = '![x](data:image/png;base64,AAAA)\n![y](https://example.com/y.png)'
    const problems = checkRunbook(parseRunbook({ path: 'runbooks/a.md', text }), context)
    expect(problems.filter(({ rule }) => rule === 'runbook/remote-image').map(({ line }) => line)).toEqual([2])
  })

  it('R4 R8 a variable of the environment is no path, and a name with the sign of one is', () => {
    expect(told('[a]($GRAFANA_URL/d/x)')).toEqual([])
    expect(told('[a]($price.md)')).toHaveLength(1)
  })

  it('R4 R8 a tag of Jekyll is no path', () => {
    expect(told('[a]({% link b.md %}) [b]({% post_url 2024-01-01-x %}) [c]({{ site.url }}{% link b.md %})')).toEqual([])
  })

  it('R8 an address is told as it was written, and on one line', () => {
    expect(told('[a](störung.md)', '[b](gone%0A.md)')).toEqual([
      '1: The link to störung.md leads to no file.',
      '2: The link to gone%0A.md leads to no file.',
    ])
  })

  it('R8 dead links, with the nearest name, wherever they stand', () => {
    const lines = [
      '',
      '[a](late-dat.md)',
      '> [b](../../outside.md)',
      '',
      '| x |',
      '|---|',
      '| [c](#nowhere) |',
      '',
      '<a href="gone.md">d</a>',
      '',
      '[ok](late-data) [folder](../reference/)',
    ]
    expect(withBody(...lines)).toEqual([
      'runbook/dead-link:16',
      'runbook/dead-link:17',
      'runbook/dead-anchor:21',
      'runbook/dead-link:23',
    ])
    const runbook = parseRunbook({ path: 'runbooks/sample.md', text: '[a](late-dat.md)' })
    expect(checkRunbook(runbook, checkContext).find(({ rule }) => rule === 'runbook/dead-link')?.hint).toBe(
      'Did you mean late-data.md?',
    )
  })

  it.each([
    ['🚨 Alert', '-alert', 'alert'],
    ['A & B', 'a--b', 'a-b'],
    ['Foo / bar', 'foo--bar', 'foo-bar'],
    ['Pods, Nodes & PVCs', 'pods-nodes--pvcs', 'pods-nodes-pvcs'],
    ['Step 1 – Stop', 'step-1--stop', 'step-1-stop'],
    ['Étape 1 : arrêt', 'étape-1--arrêt', 'étape-1-arrêt'],
    ['Use `a` -> `b`', 'use-a---b', 'use-a-b'],
    ['Disk > 90%', 'disk--90', 'disk-90'],
    ['⚠️ Warning', '️-warning', 'warning'],
    ['late_data', 'late_data', 'late_data'],
  ])(
    'R8 the heading "%s" is reached as GitHub and as MkDocs name it, and named as GitHub does',
    (heading, github, mkdocs) => {
      const linksTo = (anchor: string) =>
        withBody('', `## ${heading}`, '', `[x](#${anchor}) [y](#${encodeURIComponent(anchor)})`)
      expect(linksTo(github)).toEqual([])
      expect(linksTo(mkdocs)).toEqual([])
      const runbook = parseRunbook({ path: 'runbooks/sample.md', text: `## ${heading}\n\n[a](#${github}x)\n` })
      const problem = checkRunbook(runbook, checkContext).find(({ rule }) => rule === 'runbook/dead-anchor')
      expect(problem?.hint).toBe(`Did you mean #${github}?`)
    },
  )

  it('R8 headings of other pages, where they are known', () => {
    const anchors = new Map([['reference/faq.md', ['who-to-call', 'top-of-page']]])
    const lines = [
      '[a](../reference/faq.md#who-to-call) [b](../reference/faq#who-to-cal)',
      '[c](late-data.md#anything) [d](../reference/faq.md?plain=1#L4) [e](../reference/faq.md#L10-L12) [f](../reference/faq.md#)',
    ]
    expect(rulesOf([...front, ...body, '', ...lines], { anchors })).toEqual(['runbook/dead-anchor:16'])
    const runbook = parseRunbook({ path: 'runbooks/sample.md', text: lines.join('\n') })
    expect(
      checkRunbook(runbook, { ...checkContext, anchors }).find(({ rule }) => rule === 'runbook/dead-anchor'),
    ).toMatchObject({
      message: 'The link to #who-to-cal leads to no heading of ../reference/faq.',
      hint: 'Did you mean #who-to-call?',
    })
  })

  it.each(['NFC', 'NFD'] as const)(
    'R8 says so where only the accents of a name are stored otherwise than in %s',
    (form) => {
      const files = new Set([`runbooks/störung.md`.normalize(form === 'NFC' ? 'NFD' : 'NFC')])
      const hintOf = (href: string) =>
        checkRunbook(parseRunbook({ path: 'runbooks/a.md', text: `[x](${href.normalize(form)})` }), {
          ...checkContext,
          files,
        }).find(({ rule }) => rule === 'runbook/dead-link')?.hint
      for (const href of ['störung.md', 'störung', `${encodeURI('störung.md'.normalize(form))}#top`]) {
        expect(hintOf(href)).toMatch(/^A file called so is there, but its accents are stored otherwise/)
      }
      expect(hintOf('störungen-xy.md')).toBe('Correct the path, or remove the link.')
    },
  )

  it('R7 links that are never opened and pictures that are never loaded are named', () => {
    expect(withBody('', '[x](javascript:alert(1)) [y](file:///etc/passwd)', '![z](https://example.com/z.png)')).toEqual(
      ['runbook/unsafe-link:16', 'runbook/unsafe-link:16', 'runbook/remote-image:17'],
    )
  })
})

describe('R8 the words about a link', () => {
  const said = (line: string): string[] =>
    checkRunbook(parseRunbook({ path: 'runbooks/a.md', text: line }), context).flatMap(({ rule, message }) =>
      /link$/.test(rule) ? message : [],
    )

  it('R8 a long address keeps the name of its file', () => {
    const usual = '../../deploy-manage/tools/snapshot-and-restore/restore-snapshot.md#of-some-indices-only'
    expect(said(`[x](${usual})`)).toEqual([`The link to ${usual} leads to no file.`])
    expect(said(`[x](${'deep/'.repeat(40)}a.md)`)).toEqual([
      `The link to ${'deep/'.repeat(10)}...ep/${'deep/'.repeat(12)}a.md leads to no file.`,
    ])
  })

  it('R7 a link that is never opened is told with its address and its kind, and without its secrets', () => {
    expect(said('[here](docs-content://troubleshoot/snapshots.md) [x](ftp://u:S3cr3t!x9@host.net/a)')).toEqual([
      'The link to docs-content://troubleshoot/snapshots.md is never opened: its kind is docs-content.',
      'The link to ftp://u:(secret)@host.net/a is never opened: its kind is ftp.',
    ])
  })
})

describe('R8 addresses of the pages that a site builder makes', () => {
  const dead = (path: string, text: string, files: readonly string[], within?: string): string[] => {
    const known = { ...context, files: new Set([...files, path]), ...(within === undefined ? {} : { within }) }
    return checkRunbook(parseRunbook({ path, text }), known).flatMap(({ rule, message, hint }) =>
      rule === 'runbook/dead-link' ? `${message} ${hint ?? ''}` : [],
    )
  }

  it('R8 Hugo and MkDocs publish a page as a folder, so what lies beside it is one step up', () => {
    const files = ['docs/late.md', 'docs/leaf/index.md', 'docs/part/_index.md']
    const text = '[a](../late/) [b](../late) [c](../leaf/#x) [d](../part/) [e](../gone/) [f](../late.md)'
    expect(dead('docs/disk.md', text, files)).toEqual([
      'The link to ../gone/ leads to no file. Correct the path, or remove the link.',
      'The link to ../late.md leads to no file. Did you mean late.md?',
    ])
    expect(dead('docs/index.md', '[a](../late/)', files)).toHaveLength(1)
    expect(dead('disk.md', '[a](../late/)', ['late.md'])).toEqual([])
  })

  it('R8 a heading of such a page is missed, too', () => {
    const late = parseRunbook({ path: 'runbooks/late.md', text: '# Late\n\n## Steps' })
    const known = { ...context, files: new Set(['runbooks/a.md', late.path]), anchors: knownAnchors([late]) }
    const runbook = parseRunbook({ path: 'runbooks/a.md', text: '[x](../late/#gone) [y](../late/#steps)' })
    expect(checkRunbook(runbook, known).flatMap(({ rule, message }) => (/dead/.test(rule) ? message : []))).toEqual([
      'The link to #gone leads to no heading of ../late/.',
    ])
  })

  it('R8 Docusaurus leaves off each ending, and calls its own root @site', () => {
    const files = ['web/docusaurus.config.ts', 'web/docs/b.mdx', 'web/static/x.png', 'web/docs/c.markdown']
    const text = '[a](./b) [b](b#late) [c](c) [d](@site/docs/b.mdx) ![e](@site/static/x.png) [f](@site/docs/gone.mdx)'
    expect(dead('web/docs/disk.md', text, files)).toEqual([
      'The link to @site/docs/gone.mdx leads to no file. Correct the path, or remove the link.',
    ])
    expect(dead('docs/disk.md', text, ['docs/b.mdx', 'docs/c.markdown'])).toEqual([])
    expect(
      dead('docs/disk.md', text, ['docusaurus.config.js', 'docs/b.mdx', 'static/x.png', 'docs/c.markdown']),
    ).toHaveLength(1)
  })
})

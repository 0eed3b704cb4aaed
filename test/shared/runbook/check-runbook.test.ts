import { describe, expect, it } from 'vitest'
import type { RunbookCheckContext } from '../../../shared/runbook/lint/check-context.ts'
import { findFreshnessProblems, freshnessOf } from '../../../shared/runbook/lint/check-freshness.ts'
import { checkRunbook, checkRunbookIds } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const context: RunbookCheckContext = {
  peopleIds: ['eng-a', 'eng-b'],
  pipelineIds: ['orders'],
  files: new Set(['runbooks/sample.md', 'runbooks/late-data.md', 'reference/faq.md', 'images/map.png']),
  today: '2026-11-20',
}
const front = ['---', 'pipeline: orders', 'owner: eng-a', '---']
const body = [
  '# T',
  '## Data sources',
  's',
  '## SLA',
  's',
  '## Failure scenarios',
  '### Late',
  '1. Call the owner',
  '## Escalation',
  'e',
]

function rulesOf(lines: readonly string[], changed: Partial<RunbookCheckContext> = {}) {
  const runbook = parseRunbook({ path: 'runbooks/sample.md', text: lines.join('\n') })
  return checkRunbook(runbook, { ...context, ...changed }).map(({ rule, line }) =>
    line === undefined ? rule : `${rule}:${line}`,
  )
}
const withBody = (...lines: string[]) => rulesOf([...front, ...body, ...lines])
const withFront = (...lines: string[]) => rulesOf(['---', 'pipeline: orders', 'owner: eng-a', ...lines, '---', ...body])

describe('R8 linter', () => {
  it('R8 a complete runbook has no findings', () => {
    expect(
      withBody(
        '',
        '[faq](../reference/faq.md#x) [up](#sla) [web](https://example.com) ![map](/images/map.png) [mail](mailto:a@example.com)',
      ),
    ).toEqual([])
  })

  it('R8 names the key parts a pipeline runbook lacks, and those an alert runbook lacks', () => {
    expect(rulesOf([...front, '# T', '1. Look'])).toEqual([
      'runbook/missing-escalation',
      'runbook/missing-scenarios',
      'runbook/missing-sla',
      'runbook/missing-sources',
    ])
    expect(rulesOf(['---', 'owner: eng-a', '---', '# DiskFull', '## Meaning', 'm', '## Diagnosis', '1. Look'])).toEqual(
      ['runbook/missing-escalation', 'runbook/missing-impact'],
    )
  })

  it('R8 a runbook without any step is an error', () => {
    expect(rulesOf([...front, '# T', 'The weather is fine.'])).toContain('runbook/no-steps')
  })

  it('R8 owner: none, gone, or unknown because nobody is known', () => {
    expect(rulesOf(body)).toContain('runbook/no-owner:1')
    expect(rulesOf(['---', 'pipeline: orders', 'owner: eng-x', '---', ...body])).toEqual(['runbook/owner-gone:3'])
    expect(rulesOf(['---', 'pipeline: orders', 'owner: eng-x', '---', ...body], { peopleIds: [] })).toEqual([])
    expect(rulesOf(['---', 'pipeline: orders', 'owner_slack: "#orders"', '---', ...body])).toEqual([])
    expect(rulesOf(['---', 'params:', '  pipeline: orders', '  owner: eng-x', '---', ...body])).toEqual([
      'runbook/owner-gone:4',
    ])
  })

  it('R8 a pipeline that is not in the team file is an error', () => {
    expect(rulesOf(['---', 'pipeline: order', 'owner: eng-a', '---', ...body])).toEqual(['runbook/pipeline-unknown:2'])
  })

  it('R8 a step without an action', () => {
    const more = [
      '## Debugging steps',
      '1. TODO',
      '2. The logs',
      '3. Restart it',
      '4. `kubectl get pods`',
      '5. [logs](https://example.com/logs)',
      '6. בדקו',
      '7. Step 3',
      '8. ...',
    ]
    expect(withBody(...more)).toEqual([16, 17, 22, 23].map((line) => `runbook/step-without-action:${line}`))
  })

  it.each([
    ['an end to wait for', ['- [ ] Leader election completed', '- [ ] Service accessible']],
    ['what stands below it', ['1. Long term:', '   - Add a second broker', '2. TODO', '   1. Call the owner']],
    ['what stands in the next lines', ['1. The logs', '', '   They are in the bucket `logs-prod`, one folder a day.']],
    ['a way', ['1. Either:', '   - Restart the pod', '   - Drain the node']],
    ['a cause', ['1. Gitaly is overloaded', '2. DB/RPC locking issues.']],
    ['an order that begins like a placeholder', ['1. Fill in the form', '2. None of the pods may be left running']],
  ])('R8 a step that may be %s is not called one', (_, lines) => {
    expect(withBody('## Debugging steps', ...lines)).toEqual([])
  })

  it('R8 a scenario without steps, or standing there twice', () => {
    expect(rulesOf([...front, ...body, '## Failure modes', '### Late', '### Odd', 'words'])).toEqual([
      'runbook/duplicate-scenario:16',
      'runbook/scenario-without-steps:16',
      'runbook/scenario-without-steps:17',
    ])
  })

  it('R8 stale once lastVerified + reviewEvery has passed, and not on the day itself', () => {
    const due = (today: string, every = 'P90D') =>
      rulesOf(
        [
          '---',
          'pipeline: orders',
          'owner: eng-a',
          'lastVerified: 2026-08-22',
          `reviewEvery: ${every}`,
          '---',
          ...body,
        ],
        { today },
      )
    expect(due('2026-11-20')).toEqual([])
    expect(due('2026-11-21')).toEqual(['runbook/stale:4'])
    expect(due('2026-11-22', '3 months')).toEqual([])
    expect(due('2026-11-23', 'quarterly')).toEqual(['runbook/stale:4'])
  })

  it('R8 freshness as a trust signal: months end where calendars say', () => {
    const runbook = parseRunbook({ path: 'a.md', text: '---\nlastVerified: 2026-08-31\nreviewEvery: P6M\n---' })
    expect(freshnessOf(runbook, '2027-03-02')).toEqual({
      state: 'stale',
      lastVerified: '2026-08-31',
      dueOn: '2027-02-28',
      daysOverdue: 2,
    })
    expect(freshnessOf(parseRunbook({ path: 'a.md', text: '' }), '2027-03-02')).toEqual({ state: 'unknown' })
  })

  it('R8 dates and periods that cannot be read', () => {
    expect(withFront('lastVerified: 2026-02-30', 'reviewEvery: often')).toEqual([
      'runbook/date-invalid:4',
      'runbook/period-invalid:5',
    ])
    expect(withFront('lastDrilled: in autumn')).toEqual(['runbook/date-invalid:4'])
    const front = ['---', 'last_reviewed_on: spring', 'review_in: often', '---']
    const told = findFreshnessProblems(parseRunbook({ path: 'a.md', text: front.join('\n') }), '2027-03-02')
    expect(told.map(({ message }) => message)).toEqual([
      'last_reviewed_on is "spring", which is no calendar date.',
      'review_in is "often", which is no period.',
    ])
    expect(withFront('reviewEvery: P90D')).toEqual(['runbook/never-verified:4'])
    expect(withFront('lastVerified: 2027-01-01')).toEqual(['runbook/verified-in-future:4'])
    // Tomorrow here is today somewhere.
    expect(withFront('lastVerified: 2026-11-21')).toEqual([])
    expect(withFront('lastVerified: 2026-11-22')).toEqual(['runbook/verified-in-future:4'])
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
    expect(checkRunbook(runbook, context).find(({ rule }) => rule === 'runbook/dead-link')?.hint).toBe(
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
      const problem = checkRunbook(runbook, context).find(({ rule }) => rule === 'runbook/dead-anchor')
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
      checkRunbook(runbook, { ...context, anchors }).find(({ rule }) => rule === 'runbook/dead-anchor'),
    ).toMatchObject({
      message: 'The link to #who-to-cal leads to no heading of ../reference/faq.',
      hint: 'Did you mean #who-to-call?',
    })
  })

  it('R7 links that are never opened and pictures that are never loaded are named', () => {
    expect(withBody('', '[x](javascript:alert(1)) [y](file:///etc/passwd)', '![z](https://example.com/z.png)')).toEqual(
      ['runbook/unsafe-link:16', 'runbook/unsafe-link:16', 'runbook/remote-image:17'],
    )
  })

  it('R8 secrets, never repeated in the message; names for secrets are fine', () => {
    const secret = `AKIA${'QWERTYUIOP123456'}`
    const runbook = parseRunbook({
      path: 'runbooks/sample.md',
      text: [...front, ...body, `key ${secret}`, 'PASSWORD=$DB_PASSWORD psql', 'password=<password>'].join('\n'),
    })
    const found = checkRunbook(runbook, context)
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([['runbook/secret', 15]])
    expect(JSON.stringify(found)).not.toContain(secret)
  })

  it('R8 rungs that can never be reached, and a policy that cannot be used', () => {
    expect(withFront('policy:', '  rungs: [{after: PT1H, tell: secondary}, {after: PT30M, tell: lead}]')).toEqual([
      'runbook/rung-unreachable:4',
    ])
    expect(withFront('policy: {rungs: [{after: soon}]}')).toEqual(['runbook/policy-invalid:4'])
    expect(withFront('policy: {rungs: [{after: PT30M, ask: true}, {after: PT1H, tell: lead}]}')).toEqual([])
  })

  it('R8 a misspelt key is named with the nearest one; keys of other tools are left alone', () => {
    expect(withFront('lastVerifed: 2026-11-01', 'weight: 10', 'tags: [a]')).toEqual(['runbook/unknown-key:4'])
  })

  it.each([
    ['lastVerifed', 'lastVerified'],
    ['lastverfied', 'lastVerified'],
    ['review_evry', 'reviewEvery'],
    ['ownr', 'owner'],
    ['pipline', 'pipeline'],
    ['scenario', 'scenarios'],
    ['matchs', 'matches'],
  ])('R8 the key %s is meant to be %s', (key, meant) => {
    const runbook = parseRunbook({ path: 'a.md', text: `---\n${key}: x\n---\n# A\n1. Look` })
    expect(checkRunbook(runbook, context).find(({ rule }) => rule === 'runbook/unknown-key')?.hint).toBe(
      `Did you mean ${meant}?`,
    )
  })

  it('R8 keys of other tools are no misspelt ones of ours', () => {
    const keys =
      'name date tags weight draft layout author authors category categories description summary severity status type toc url order team service ' +
      'hide image version oncall batch time template lastModified last_modified lastmod last_update lastUpdated last_edited lastEdited last_edited_time reviewers reviewer reviewed_by approvers ' +
      'created createdAt created_at updated updatedAt modified publishDate expiryDate linkTitle subtitle sidebar sidebar_label sidebar_class_name ' +
      'nav_order nav_exclude has_children has_toc grand_parent parent redirect_from aliases slug permalink uid guid kind space labels tier domain ' +
      'system lifecycle environment component namespace cluster region runbook playbook dashboard alert_type priority owned_by on_call pager ' +
      'escalate escalation review revision reviews audience outline prev next head cover icon banner cssclass publish comments search hidden ' +
      'pagination_next custom_edit_url hide_title hide_table_of_contents keywords robots sitemap outputs resources cascade series translationKey ' +
      'doc_id document_id page_id pageId confluence_id parent_id other tile watch patch pipelineRun'
    const lines = keys.split(' ').map((key) => `${key}: x`)
    const runbook = parseRunbook({ path: 'a.md', text: ['---', ...lines, '---', '# A', '1. Look'].join('\n') })
    expect(checkRunbook(runbook, context).filter(({ rule }) => rule === 'runbook/unknown-key')).toEqual([])
  })

  it('R8 a key that is there twice and says two things is told on the line that does not count', () => {
    expect(withFront('lastVerified: 2026-01-01', 'last_verified: 2026-11-01')).toEqual(['runbook/duplicate-key:4'])
    expect(withFront('last-verified: 2026-11-01', 'weight: 1', 'last-verified: 2026-11-02')).toEqual([
      'runbook/duplicate-key:4',
    ])
    expect(withFront('alertnames:', '  - A', '  - B', 'alertNames:', '  - A')).toEqual(['runbook/duplicate-key:4'])
    const runbook = parseRunbook({
      path: 'a.md',
      text: '{\n  "owner": "a",\n  "Owner": "b",\n  "x": {\n    "owner": "c"\n  }\n}\n# A\n1. Look',
    })
    const [told] = checkRunbook(runbook, context).filter(({ rule }) => rule === 'runbook/duplicate-key')
    expect(told).toMatchObject({ line: 2, severity: 'error' })
    expect(told?.message).toBe(
      'owner is the key Owner, which stands on line 3 too, and says something else. Only line 3 counts.',
    )
  })

  it('R8 a key that says the same twice, or stands in a table of its own, does no harm', () => {
    expect(withFront('lastVerified: 2026-11-01', 'last_verified: "2026-11-01" # said twice')).toEqual([])
    expect(withFront('params:', '  owner: eng-b', 'name: a', 'title: b', 'tags: a', 'Tags: b')).toEqual([])
    const toml = "+++\nowner = 'eng-a'\n[extra]\nOwner = 'eng-b'\n+++\n# A\n1. Look"
    const rules = checkRunbook(parseRunbook({ path: 'a.md', text: toml }), context).map(({ rule }) => rule)
    expect(rules).not.toContain('runbook/duplicate-key')
  })

  it('R8 a scenario the front matter names must exist', () => {
    expect(withFront('scenarios: [Late, Never]')).toEqual(['runbook/scenario-without-text:4'])
  })

  it('R8 what could not be read is among the findings, and each has a fix hint', () => {
    const runbook = parseRunbook({ path: 'runbooks/sample.md', text: '---\na: [\n---\n[x](gone.md)' })
    const found = checkRunbook(runbook, context)
    expect(found.map(({ rule }) => rule)).toContain('runbook/front-matter-invalid')
    expect(found.filter(({ hint }) => hint === undefined)).toEqual([])
  })

  it('R8 two runbooks with one id', () => {
    const one = parseRunbook({ path: 'a.md', text: '---\nid: x\n---' })
    const other = parseRunbook({ path: 'b.md', text: '---\nid: x\n---' })
    expect(checkRunbookIds([one, other])).toMatchObject([{ file: 'b.md', rule: 'runbook/duplicate-id' }])
  })
})

import { describe, expect, it } from 'vitest'
import { findFreshnessProblems, freshnessOf } from '../../../shared/runbook/lint/check-freshness.ts'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { body, checkContext, rulesOf, withFront } from './checked-sample.ts'

describe('R8 who owns a runbook and what it is about', () => {
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
})

describe('R8 how fresh a runbook is', () => {
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
})

describe('R8 what the front matter says of escalation and scenarios', () => {
  it('R8 rungs that can never be reached, and a policy that cannot be used', () => {
    expect(withFront('policy:', '  rungs: [{after: PT1H, tell: secondary}, {after: PT30M, tell: lead}]')).toEqual([
      'runbook/rung-unreachable:4',
    ])
    expect(withFront('policy: {rungs: [{after: soon}]}')).toEqual(['runbook/policy-invalid:4'])
    expect(withFront('policy: {rungs: [{after: PT30M, ask: true}, {after: PT1H, tell: lead}]}')).toEqual([])
  })

  it('R8 a scenario the front matter names must exist', () => {
    expect(withFront('scenarios: [Late, Never]')).toEqual(['runbook/scenario-without-text:4'])
  })
})

describe('R8 keys of the front matter', () => {
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
    expect(checkRunbook(runbook, checkContext).find(({ rule }) => rule === 'runbook/unknown-key')?.hint).toBe(
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
    expect(checkRunbook(runbook, checkContext).filter(({ rule }) => rule === 'runbook/unknown-key')).toEqual([])
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
    const [told] = checkRunbook(runbook, checkContext).filter(({ rule }) => rule === 'runbook/duplicate-key')
    expect(told).toMatchObject({ line: 2, severity: 'error' })
    expect(told?.message).toBe(
      'owner is the key Owner, which stands on line 3 too, and says something else. Only line 3 counts.',
    )
  })

  it('R8 a key that says the same twice, or stands in a table of its own, does no harm', () => {
    expect(withFront('lastVerified: 2026-11-01', 'last_verified: "2026-11-01" # said twice')).toEqual([])
    expect(withFront('params:', '  owner: eng-b', 'name: a', 'title: b', 'tags: a', 'Tags: b')).toEqual([])
    const toml = "+++\nowner = 'eng-a'\n[extra]\nOwner = 'eng-b'\n+++\n# A\n1. Look"
    const rules = checkRunbook(parseRunbook({ path: 'a.md', text: toml }), checkContext).map(({ rule }) => rule)
    expect(rules).not.toContain('runbook/duplicate-key')
  })
})

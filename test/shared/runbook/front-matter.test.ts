import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { runbookOf } from './read-sample.ts'

describe('R1 front matter', () => {
  it('R1 reads every key of ours from YAML', () => {
    const { id, title, titleFrom, frontMatter } = runbookOf(
      '---',
      'id: late-orders',
      'title: Late orders',
      'pipeline: orders',
      'owner: eng-a',
      'matches:',
      '  alertname: [OrdersLate, OrdersMissing]',
      '  pipeline: orders',
      'lastVerified: 2026-10-01',
      'reviewEvery: P90D',
      'scenarios: [{id: late, title: Late data, alertname: OrdersLate}]',
      '---',
      '# Another title',
    )
    expect({ id, title, titleFrom }).toEqual({ id: 'late-orders', title: 'Late orders', titleFrom: 'front matter' })
    expect(frontMatter).toMatchObject({
      format: 'yaml',
      endLine: 12,
      pipeline: 'orders',
      owner: 'eng-a',
      alertnames: ['OrdersLate', 'OrdersMissing'],
      matches: [{ alertname: ['OrdersLate', 'OrdersMissing'], pipeline: ['orders'] }],
      lastVerified: '2026-10-01',
      reviewEvery: 'P90D',
      scenarios: [{ id: 'late', title: 'Late data', alertnames: ['OrdersLate'] }],
    })
  })

  it.each([
    ['TOML', ['+++', 'title = "T"', 'owner = "eng-a"', 'last_verified = 2026-10-01', '+++']],
    ['JSON', ['{', '"title": "T", "owner": "eng-a",', '"lastVerified": "2026-10-01"', '}']],
    ['YAML closed by dots', ['---', 'title: T', 'owner: eng-a', 'last-verified: 2026-10-01', '...']],
  ])('R4 reads %s and other spellings of the keys', (_, lines) => {
    const { frontMatter, parts } = runbookOf(...lines, '', '# Heading', 'text')
    expect(frontMatter).toMatchObject({ title: 'T', owner: 'eng-a', lastVerified: '2026-10-01' })
    expect(parts.map(({ line }) => line)).toEqual([lines.length + 2])
  })

  it.each([
    [
      'a government template',
      ['---', 'owner_slack: "#2ndline"', 'last_reviewed_on: 2026-03-04', 'review_in: 6 months', '---'],
    ],
    [
      'a channel without its sign',
      ['---', 'owner_slack: 2ndline', 'reviewed_on: 2026-03-04', 'review-period: 6 months', '---'],
    ],
    ['Hugo', ['+++', '[params]', 'owner = "#2ndline"', 'lastVerified = 2026-03-04', 'reviewEvery = "6 months"', '+++']],
    ['Zola', ['+++', '[extra]', 'owner = "#2ndline"', 'lastVerified = 2026-03-04', 'reviewEvery = "6 months"', '+++']],
    [
      'Hugo in YAML',
      ['---', 'params:', '  owner: "#2ndline"', '  verified: 2026-03-04', '  reviewCycle: 6 months', '---'],
    ],
  ])('R1 reads the review and the owner as %s has them', (_, lines) => {
    expect(runbookOf(...lines, '# T').frontMatter).toMatchObject({
      owner: '#2ndline',
      lastVerified: '2026-03-04',
      reviewEvery: '6 months',
    })
  })

  it('R1 what the page says itself goes before a table of its generator, which names neither page nor id', () => {
    const { title, frontMatter } = runbookOf(
      ...[
        '---',
        'owner: eng-a',
        'last_reviewed_on: 2026-03-04',
        'params:',
        '  owner: eng-b',
        '  title: Theme',
        '  id: x',
      ],
      ...['  lastVerified: 2020-01-01', '---', '# T'],
    )
    expect({ title, ...frontMatter }).toMatchObject({ title: 'T', owner: 'eng-a', lastVerified: '2026-03-04' })
    expect(frontMatter.id).toBeUndefined()
  })

  it('R1 is optional: title from the heading, else from the file name, else from the folder', () => {
    expect(runbookOf('# From the heading')).toMatchObject({ title: 'From the heading', titleFrom: 'heading' })
    const named = (path: string) => parseRunbook({ path, text: 'words' })
    expect(named('runbooks/late-data.md')).toMatchObject({
      id: 'late-data',
      title: 'Late data',
      titleFrom: 'file name',
    })
    expect(named('runbooks/KubePodNotReady.md').title).toBe('KubePodNotReady')
    expect(named('runbooks/late-data/README.md').title).toBe('Late data')
    expect(named('').title).toBe('untitled')
  })

  it('R4 a ruled line is not front matter', () => {
    const { frontMatter, problems, parts } = runbookOf('---', '', '# Title', '', 'words', '', '---', 'more')
    expect(frontMatter.format).toBe('none')
    expect(problems).toEqual([])
    expect(parts.map(({ markdown }) => markdown).join('\n')).toContain('more')
  })

  it('R4 broken front matter is a problem with its line; the text and its simple lines are kept', () => {
    const { frontMatter, problems, title } = runbookOf(
      '---',
      'owner: eng-a',
      'tags: [a, "b',
      'pipeline: orders',
      '---',
      '# T',
    )
    expect(problems).toMatchObject([{ rule: 'runbook/front-matter-invalid', severity: 'error', line: 4 }])
    expect(frontMatter).toMatchObject({
      owner: 'eng-a',
      pipeline: 'orders',
      raw: 'owner: eng-a\ntags: [a, "b\npipeline: orders',
    })
    expect(title).toBe('T')
  })

  it('R4 front matter that is never closed is text, and said so', () => {
    const { problems, parts } = runbookOf('---', 'owner: eng-a', '', '# T')
    expect(problems).toMatchObject([{ rule: 'runbook/front-matter-unclosed', line: 1 }])
    expect(parts.map(({ markdown }) => markdown).join('\n')).toContain('owner: eng-a')
  })

  it('R7 front matter that would grow without end, or reach into objects, does no harm', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`),
    ]
    expect(runbookOf('---', ...bomb, '---', '# T').problems).toMatchObject([{ rule: 'runbook/front-matter-invalid' }])
    const { frontMatter } = runbookOf('---', 'matches: {__proto__: {owner: mallory}, alertname: A}', '---')
    expect(frontMatter.owner).toBeUndefined()
    expect(Object.getPrototypeOf({})).not.toHaveProperty('owner')
  })

  it('R1 a scenario keeps the id the front matter gives it', () => {
    const { scenarios } = runbookOf(
      '---',
      'scenarios:',
      '  - {id: late, title: Late data}',
      '---',
      '# T',
      '## Failure scenarios',
      '### 1. Late data',
      '1. Wait',
    )
    expect(scenarios).toMatchObject([{ id: 'late', title: 'Late data', steps: [{ text: 'Wait' }] }])
  })

  it('R1 all scenarios that the front matter names keep their ids, however many they are', () => {
    const numbers = Array.from({ length: 250 }, (_, at) => at)
    const { scenarios } = runbookOf(
      '---',
      'scenarios:',
      ...numbers.map((at) => `  - {id: own-${at}, title: Ring ${at}}`),
      '---',
      '# T',
      ...numbers.flatMap((at) => [`## Ring ${at}`, '1. Wait']),
    )
    expect(scenarios.map(({ id }) => id)).toEqual(numbers.map((at) => `own-${at}`))
  })
})

import { describe, expect, it } from 'vitest'
import { composeOfflineCopy } from '../../../shared/bundle/compose-offline-copy.ts'
import { everything, type OfflineChoice, type OfflineCopy } from '../../../shared/bundle/offline-copy.ts'
import type { OfflineSource } from '../../../shared/bundle/offline-source.ts'
import { pageData } from '../../../shared/bundle/page-data.ts'
import { renderPage } from '../../../shared/bundle/render-page.ts'
import { sampleSource } from './sample-source.ts'

const NOW_MS = Date.parse('2026-11-20T12:00:31.000Z')
const key = ['AKIA', 'IOSFODNN7QWERTYU'].join('')

const tried = (source: OfflineSource, choice: Partial<OfflineChoice> = {}) =>
  composeOfflineCopy(source, { ...everything, ...choice }, NOW_MS)

function compose(source: OfflineSource, choice: Partial<OfflineChoice> = {}): OfflineCopy {
  const composed = tried(source, choice)
  if (!composed.ok) throw new Error(JSON.stringify(composed.error))
  return composed.value
}

const allOf = (copy: OfflineCopy): string => renderPage(copy) + JSON.stringify(pageData(copy))

describe('secrets', () => {
  const leaky = sampleSource({ 'reference/keys.md': `# Keys\n\nUse ${key} for it.\n\nAfter.\n` })

  it('B7 a secret in a text keeps the copy from being made; its place is named and it is not repeated', () => {
    const composed = tried(leaky)
    expect(composed).toMatchObject({
      ok: false,
      error: [{ file: 'reference/keys.md', line: 3, rule: 'runbook/secret' }],
    })
    expect(JSON.stringify(composed)).not.toContain(key)
  })

  it('B7 one in team.yaml as well; one in a part that stays behind does not matter', () => {
    const team = `people: [{id: a, name: A, timezone: UTC, email: "${key}"}]`
    const composed = tried(sampleSource({}, team))
    expect(composed).toMatchObject({ ok: false, error: [{ file: 'team.yaml', rule: 'team/secret' }] })
    expect(tried(leaky, { parts: ['runbooks'] }).ok).toBe(true)
  })

  it.each([
    ['by a comment', `# T\n\n<!-- nightdesk-disable-next-line runbook/secret -->\nUse ${key} here.\n`],
    ['for the file', `---\nnightdesk: {disable: [runbook/secret]}\n---\n# T\n\nUse ${key} here.\n`],
  ])('B7 what was silenced %s goes in as it stands', (_, text) => {
    expect(allOf(compose(sampleSource({ 'runbooks/keys.md': text })))).toContain(key)
  })

  it('B7 masking leaves out the line and says so; every other line stays', () => {
    const copy = compose(leaky, { maskSecrets: true })
    const out = allOf(copy)
    expect(out).not.toContain(key)
    expect(out).toContain('(line left out: it may hold a secret)')
    expect(out).toContain('After.')
    expect(copy.linesMasked).toEqual([{ file: 'reference/keys.md', count: 1 }])
  })

  it('B5 B7 the words in place of a masked line or a contact are shown, and are nothing that search finds', () => {
    const text = `# T\n\nCall +49 151 23456789.\n\n## Late ${key}\n\n- Do it with ${key}.\n\nAfter.\n`
    const copy = compose(sampleSource({ 'runbooks/keys.md': text }), { maskSecrets: true, contacts: false })
    const document = copy.documents.find(({ path }) => path === 'runbooks/keys.md')
    expect(document?.body).toContain('(left out)')
    expect(document?.body).toContain('(line left out: it may hold a secret)')
    expect(JSON.stringify(document?.entry)).toContain('After.')
    expect(JSON.stringify(document?.entry)).not.toContain('left out')
  })

  it('B7 masking takes a whole key, a line of the front matter and a title', () => {
    const pem = ['BEGIN', 'END'].map((word) => `-----${word} PRIVATE KEY-----`)
    const text = `---\ntitle: Rotate\nnote: ${key}\n---\n# T\n\n\`\`\`\n${pem[0]}\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\nhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n${pem[1]}\n\`\`\`\n\n## Late ${key}\n\n- Do it.\n`
    const copy = compose(sampleSource({ 'runbooks/keys.md': text.replaceAll('\n', '\r\n') }), { maskSecrets: true })
    expect(allOf(copy)).not.toMatch(new RegExp(`MIIE|hkiG|${key}`))
    expect(copy.documents.find(({ path }) => path === 'runbooks/keys.md')?.title).toBe('Rotate')
    expect(copy.linesMasked).toEqual([{ file: 'runbooks/keys.md', count: 6 }])
  })

  it('B7 masking takes the lines of a key that was cut off, and no word behind it', () => {
    const text = `# T\n\n    -----BEGIN ${'RSA PRIVATE'} KEY-----\n    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\n    hkiG9w0BAQ==\n\nAfter this.\n`
    const out = allOf(compose(sampleSource({ 'runbooks/keys.md': text }), { maskSecrets: true }))
    expect(out).not.toMatch(/MIIE|hkiG/)
    expect(out).toContain('After this.')
  })

  it('B7 masking is enough for team.yaml, whose secrets were never read', () => {
    const team = `people: [{id: a, name: A, timezone: UTC}]\nchannels: {slack: {token: "${['xoxb', '1234567890abcdef'].join('-')}"}}`
    const source = sampleSource({}, team)
    expect(tried(source).ok).toBe(false)
    expect(allOf(compose(source, { maskSecrets: true }))).not.toContain('xoxb')
  })

  it('B7 a document can stay behind, and the copy says so', () => {
    const copy = compose(leaky, { leaveOut: ['reference/keys.md'] })
    expect(allOf(copy)).not.toContain('After.')
    expect(renderPage(copy)).toContain('reference/keys.md')
    expect(copy.absent).toEqual([
      { path: 'reference/keys.md', why: 'It was left out when the copy was made.', documents: 1 },
    ])
  })
})

describe('a team.yaml with errors', () => {
  const broken = sampleSource({}, 'people: [\n  - {id: a')
  const partly = sampleSource(
    {},
    'people:\n  - {id: a, name: Ann, timezone: Europe/Berlinn}\n  - {id: b, name: Bob, timezone: UTC, phone: "+1 555 0142"}\n',
  )

  it('B10 keeps the copy from being made; each error is named with its line', () => {
    for (const source of [broken, partly]) {
      const composed = tried(source)
      if (composed.ok) throw new Error('made')
      expect(composed.error.every(({ file, line }) => file === 'team.yaml' && line !== undefined)).toBe(true)
    }
    expect(tried(partly, { parts: ['runbooks'], contacts: false }).ok).toBe(false)
  })

  it.each([
    ['a person without a name', 'people:\n  - {id: a, timezone: UTC}\n  - {id: b, name: Bob, timezone: UTC}\n'],
    ['a pipeline without its primary', 'people: [{id: a, name: A, timezone: UTC}]\npipelines: [{id: p, name: P}]'],
    [
      'a rotation without its start',
      'people: [{id: a, name: A, timezone: UTC}]\nrotation: {handover: {day: monday, at: "10:00", timezone: UTC}, weeks: [{primary: a}]}',
    ],
  ])('B10 a key that is missing is an error of the file, and no missing file: %s', (_what, text) => {
    const source = sampleSource({}, text)
    expect(tried(source)).toMatchObject({ ok: false, error: [{ file: 'team.yaml', rule: 'team/missing-key' }] })
    const copy = compose(source, { despiteErrors: true })
    expect(copy.teamDoubt).toContain('People and schedule may be wrong or missing.')
    expect(copy.people).not.toBeNull()
  })

  it('B10 the copy is made when asked for in spite of it, and says in red that people may be wrong', () => {
    const copy = compose(partly, { despiteErrors: true })
    expect(copy.teamDoubt).toContain('the first at team.yaml:2. People and schedule may be wrong or missing.')
    expect(renderPage(copy)).toContain('class="banner" role="alert"')
    expect(copy.people?.map(({ name }) => name)).toEqual(['Bob'])
    const page = renderPage(compose(broken, { despiteErrors: true }))
    expect(page).not.toContain('nobody is on call by plan')
    expect(page).toContain('No rotation could be read from team.yaml')
    const gone =
      '  - {id: a, name: Ann, timezone: Berlinn}\nrotation: {start: 2026-11-02, handover: {day: monday, at: "10:00", timezone: UTC}, weeks: [{primary: a}]}'
    const unknown = renderPage(compose(sampleSource({}, `people:\n${gone}`), { despiteErrors: true }))
    expect(unknown).toContain('<span class="gap">Not known</span>')
    expect(unknown).not.toContain('Nobody')
  })

  it('B10 an earlier version that is in force makes the copy, and says since when', () => {
    const copy = compose({ ...sampleSource(), problems: broken.problems, teamAsOf: '2026-11-19T08:00:00.000Z' })
    expect(copy.people).toHaveLength(3)
    expect(copy.teamDoubt).toContain('as they were read on 19 Nov 2026, 08:00 UTC')
  })

  it('B10 warnings do not hinder', () => {
    expect(compose(sampleSource({}, 'peopel: []\npeople: [{id: a, name: A, timezone: UTC}]')).teamDoubt).toBeNull()
  })
})

describe('a team.yaml that names nobody', () => {
  it.each(['', 'people: []\n'])('B10 is said in red, and no schedule is promised: %j', (text) => {
    const copy = compose(sampleSource({}, text))
    expect(copy).toMatchObject({ scheduleEndsAt: null, teamLack: null })
    expect(copy.teamDoubt).toContain('team.yaml names nobody')
    const page = renderPage(copy)
    expect(page).toContain('<p class="banner" role="alert">team.yaml names nobody')
    expect(page).not.toMatch(/Schedule to|<dt>Schedule<\/dt><dd>to|0 people/)
    expect(page).toContain('this copy does not know who is on call')
  })

  it('B10 matters where people are to be taken out of the texts, and not where nobody was asked for', () => {
    const documents = { parts: ['runbooks'] } as const
    expect(compose(sampleSource({}, ''), documents).teamDoubt).toBeNull()
    expect(compose(sampleSource({}, ''), { ...documents, contacts: false }).teamDoubt).toContain('may still stand')
  })

  it('B10 one without a rotation has no schedule that ends, and whoever makes the copy is told', () => {
    const copy = compose(sampleSource({}, 'people: [{id: a, name: A, timezone: UTC}]'))
    expect(copy).toMatchObject({ scheduleEndsAt: null, teamDoubt: null })
    expect(copy.teamLack).toBe(
      'team.yaml has no rotation, so nobody is on call by plan and no schedule is in this copy.',
    )
    expect(renderPage(copy)).toContain('<dt>Schedule</dt><dd>no rotation, so nobody is on call by plan</dd>')
    expect(compose(sampleSource()).teamLack).toBeNull()
  })
})

describe('a folder that never had a team.yaml', () => {
  const missing = {
    file: 'team.yaml',
    rule: 'team/missing',
    severity: 'error',
    message: 'There is no team.yaml.',
  } as const
  const source = { ...sampleSource({}, 'people: []'), problems: [missing] }

  it('B10 gives its documents, and claims nothing about who is on call', () => {
    const copy = compose(source)
    expect(copy).toMatchObject({ schedule: null, people: null, teamDoubt: null })
    expect(copy.teamLack).toBe(
      'There is no team.yaml in this workspace, so no schedule and no contacts are in this copy.',
    )
    expect(compose(source, { parts: ['runbooks', 'schedule'] }).teamLack).toContain('so no schedule is in this copy.')
    expect(compose(source, { parts: ['runbooks'] }).teamLack).toBeNull()
    expect(renderPage(copy)).not.toContain('on call by plan')
  })

  it('B10 has no schedule to give', () => {
    expect(tried(source, { parts: ['schedule', 'contacts'] })).toMatchObject({ error: [{ rule: 'team/missing' }] })
  })
})

it('B1 a file that could not be read is named in the copy', () => {
  const problem = {
    file: 'runbooks/huge.md',
    rule: 'workspace/too-large',
    severity: 'error',
    message: 'Too large.',
  } as const
  const source = sampleSource()
  const copy = compose({ ...source, problems: [...source.problems, problem] })
  expect(copy.absent).toEqual([{ path: 'runbooks/huge.md', why: 'Too large.', documents: 1 }])
  expect(renderPage(copy)).toContain('runbooks/huge.md')
})

it('B1 a file whose last good version is in the copy is not called absent', () => {
  const source = sampleSource()
  const file = source.documents[0]?.path ?? ''
  const problem = { file, rule: 'workspace/not-text', severity: 'error', message: 'No text.' } as const
  expect(compose({ ...source, problems: [...source.problems, problem] }).absent).toEqual(compose(source).absent)
})

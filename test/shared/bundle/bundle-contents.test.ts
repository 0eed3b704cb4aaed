import { describe, expect, it } from 'vitest'
import { unknownPlace } from '../../../shared/bundle/chosen-places.ts'
import { composeOfflineCopy } from '../../../shared/bundle/compose-offline-copy.ts'
import { everything, type OfflineChoice, type OfflineCopy } from '../../../shared/bundle/offline-copy.ts'
import { pageData } from '../../../shared/bundle/page-data.ts'
import { renderPage } from '../../../shared/bundle/render-page.ts'
import { stalenessAt } from '../../../shared/bundle/staleness.ts'
import { sampleSource } from './sample-source.ts'

const NOW_MS = Date.parse('2026-11-20T12:00:31.000Z')

function compose(choice: Partial<OfflineChoice> = {}, source = sampleSource()): OfflineCopy {
  const composed = composeOfflineCopy(source, { ...everything, ...choice }, NOW_MS)
  if (!composed.ok) throw new Error(JSON.stringify(composed.error))
  return composed.value
}

const allOf = (copy: OfflineCopy): string => renderPage(copy) + JSON.stringify(pageData(copy))

describe('what goes in', () => {
  it('B1 everything by default, eight weeks of it', () => {
    const copy = compose()
    expect(copy.documents.map(({ path }) => path)).toEqual(['runbooks/profit.md', 'reference/list.md'])
    expect(copy.people?.map(({ name }) => name)).toEqual(['Engineer A', 'Engineer B', 'Upstream desk'])
    expect(copy.scheduleEndsAt).toBe('2027-01-15T12:00:00.000Z')
    expect(copy.staleAt).toBe('2027-02-18T12:00:00.000Z')
    expect(copy.schedule?.rotations[0]?.shifts.length).toBeGreaterThanOrEqual(8)
    expect(copy.schedule?.owners).toEqual([
      {
        name: 'Profit',
        primary: 'Engineer A',
        secondary: 'Engineer B',
        lead: null,
        sla: '08:00 America/New York, daily',
      },
    ])
  })

  it.each([
    [['runbooks'], ['runbook'], false, false],
    [['reference'], ['reference'], false, false],
    [['schedule'], [], true, false],
    [['contacts'], [], false, true],
    [['schedule', 'contacts'], [], true, true],
    [['runbooks', 'schedule'], ['runbook'], true, false],
  ] as const)('B1 only %j', (parts, kinds, hasSchedule, hasPeople) => {
    const copy = compose({ parts })
    expect(copy.documents.map(({ kind }) => kind)).toEqual(kinds)
    expect(copy.schedule !== null).toBe(hasSchedule)
    expect(copy.people !== null).toBe(hasPeople)
    expect(allOf(copy).includes('Upstream desk')).toBe(hasPeople)
    expect(pageData(copy).rotations.length > 0).toBe(hasSchedule)
  })

  const many = () =>
    sampleSource({
      'runbooks/gds/one.md': '# One\n\n- Do it.\n',
      'runbooks/gds/deep/two.md': '# Two\n\n- Do it.\n',
      'runbooks/gds-old/three.md': '# Three\n\n- Do it.\n',
    })
  const [profit, list, three] = ['runbooks/profit.md', 'reference/list.md', 'runbooks/gds-old/three.md']
  const gds = ['runbooks/gds/one.md', 'runbooks/gds/deep/two.md']

  it.each([
    [{ leaveOut: ['runbooks/gds'] }, [profit, list, three], [['runbooks/gds/', 2]]],
    [{ leaveOut: ['./runbooks/gds/**'] }, [profit, list, three], [['runbooks/gds/', 2]]],
    [{ leaveOut: ['runbooks\\gds\\deep'] }, [profit, list, gds[0], three], [[gds[1], 1]]],
    [{ leaveOut: ['Profit'] }, [list, ...gds, three], [[profit, 1]]],
    [
      { only: ['runbooks/gds'] },
      [list, ...gds],
      [
        [profit, 1],
        [three, 1],
      ],
    ],
    [
      { only: ['profit', 'reference'] },
      [profit, list],
      [
        ['runbooks/gds/', 2],
        [three, 1],
      ],
    ],
    [
      { only: ['runbooks/gds'], leaveOut: [gds[1]], parts: ['runbooks'] },
      [gds[0]],
      [
        [profit, 1],
        [gds[1], 1],
        [three, 1],
      ],
    ],
    [{ parts: ['reference'] }, [list], []],
  ] as const)('B1 %j', (choice, paths, absent) => {
    const copy = compose(choice as unknown as Partial<OfflineChoice>, many())
    expect(copy.documents.map(({ path }) => path)).toEqual(paths)
    expect(copy.absent.map(({ path, documents }) => [path, documents])).toEqual(absent)
    expect(copy.runbooks.of).toBe(4)
    expect(copy.runbooks.count + copy.reference.count).toBe(paths.length)
  })

  it('B1 the copy says what is in it and what is not', () => {
    const page = renderPage(compose({ only: ['runbooks/gds'], parts: ['runbooks', 'contacts'] }, many()))
    expect(page).toContain('<dt>Runbooks</dt><dd>2 of 4</dd>')
    expect(page).toContain('<dt>Reference</dt><dd>not in it, 1 in the workspace</dd>')
    expect(page).toContain('<dt>Schedule</dt><dd>not in it</dd>')
    expect(page).toContain('<dt>Contacts</dt><dd>3 people</dd>')
    expect(page).toContain('2 documents left out or unread')
    expect(page).toContain('runbooks/gds-old/three.md')
    expect(renderPage(compose())).toContain('<dt>Schedule</dt><dd>to 15 Jan 2027</dd>')
  })

  it('B1 a name that is nowhere is found out, with the one that was meant', () => {
    expect(unknownPlace(many(), { ...everything, leaveOut: ['runbooks/gsd'] })).toEqual({
      place: 'runbooks/gsd',
      nearest: 'runbooks/gds',
    })
    expect(unknownPlace(many(), { ...everything, only: ['profit'], leaveOut: ['runbooks/gds/*'] })).toBeNull()
  })

  it('B1 a runbook is a checklist with its commands, its owner by name, and its review date', () => {
    const [profit] = compose().documents
    expect(profit).toMatchObject({ owner: 'Engineer A', pipelineName: 'Profit', reviewDueOn: '2026-12-01' })
    expect(profit?.checklists).toHaveLength(1)
    expect(profit?.checklists[0]?.steps[1]).toMatchObject({ commands: [{ text: 'rerun profit' }] })
  })

  it('B9 a checklist names what stands behind its steps, and leads to it where its heading is the only one of that name', () => {
    const lines = [
      '# Ring',
      '## Fix',
      '1. Drain it.',
      '## Sizes',
      'Three.',
      '## Routes',
      'One.',
      '## Routes',
      'Two.',
      '',
    ]
    const copy = compose({ only: ['runbooks/ring.md'] }, sampleSource({ 'runbooks/ring.md': lines.join('\n') }))
    const ring = copy.documents.find(({ path }) => path === 'runbooks/ring.md')
    const anchor = `${ring?.anchor}.sizes`
    const further = [
      { title: 'Sizes', anchor },
      { title: 'Routes', anchor: null },
      { title: 'Routes', anchor: null },
    ]
    expect(ring?.checklists[0]?.further).toEqual(further)
    const page = renderPage(copy)
    expect(page).toContain(`<li><a href="#${anchor}"><bdi>Sizes</bdi></a></li>`)
    expect(page).toContain(`id="${anchor}"`)
  })

  it('B9 the text of a file with a byte order mark begins below its title too', () => {
    const text = '\uFEFF# Ring full\r\n\r\nIt drops what comes.\r\n\r\n1. Drain it.\r\n'
    const copy = compose({ only: ['runbooks/ring.md'] }, sampleSource({ 'runbooks/ring.md': text }))
    const ring = copy.documents.find(({ path }) => path === 'runbooks/ring.md')
    expect(ring?.body).toMatch(/^\s*<p>It drops what comes\.<\/p>/)
  })

  it('B3 the same minute gives the same bytes', () => {
    const later = composeOfflineCopy(sampleSource(), everything, NOW_MS + 20_000)
    if (!later.ok) throw new Error('not made')
    expect(allOf(later.value)).toBe(allOf(compose()))
  })

  it('B9 a shift that the weeks cut is shown as long as it really is', () => {
    const [first] = compose({ weeks: 1 }).schedule?.rotations[0]?.shifts ?? []
    expect(first).toMatchObject({ startsAt: '2026-11-16T15:00:00.000Z', from: 'Mon 16 Nov 2026, 10:00' })
  })

  it('B9 also where nobody has the other role, and where somebody has it for a part only', () => {
    const shifts = (more: string, at = '2026-11-20T03:07:00Z') => {
      const team = `people: [{id: a, name: A, timezone: UTC}, {id: b, name: B, timezone: UTC}]
rotation: {start: 2026-01-05, handover: {day: monday, at: "10:00", timezone: UTC}, weeks: [{primary: a}, {primary: b}]${more}}`
      const copy = composeOfflineCopy(sampleSource({}, team), { ...everything, weeks: 1 }, Date.parse(at))
      if (!copy.ok) throw new Error(JSON.stringify(copy.error))
      return copy.value.schedule?.rotations[0]?.shifts.map(({ from, to, backup }) => [from, to, backup.name])
    }
    const [second, third] = [
      ['Mon 16 Nov 2026, 10:00', 'Mon 23 Nov 2026, 10:00', 'Nobody'],
      ['Mon 23 Nov 2026, 10:00', 'Mon 30 Nov 2026, 10:00', 'Nobody'],
    ]
    expect(shifts('')).toEqual([second, third])
    const partly = ', temporary: [{from: "2026-11-17T10:00", to: "2026-11-19T10:00", backup: b}]'
    expect(shifts(partly)).toEqual([['Thu 19 Nov 2026, 10:00', 'Mon 23 Nov 2026, 10:00', 'Nobody'], third])
  })

  it('B9 a gap is named, and a team without a rotation is told so', () => {
    const team = `people: [{id: a, name: A, timezone: UTC}]
rotation: {start: 2030-01-07, handover: {day: monday, at: "10:00", timezone: UTC}, weeks: [{primary: a}]}`
    expect(renderPage(compose({}, sampleSource({}, team)))).toContain('<span class="gap">Nobody</span>')
    expect(renderPage(compose({}, sampleSource({}, 'people: [{id: a, name: A, timezone: UTC}]')))).toContain(
      'This team has no rotation',
    )
  })
})

describe('without contacts', () => {
  it('B2 no number, address or chat name of anybody is left, in whatever text', () => {
    const copy = compose({ contacts: false })
    const text = allOf(copy)
    expect(copy.people).toBeNull()
    for (const word of ['555', '0141', '0155', '901820', 'example.com', 'U0DEMO', 'tel:', 'mailto:']) {
      expect(text, word).not.toContain(word)
    }
    expect(text).toContain('Engineer A')
    expect(text).toContain('(left out)')
    expect(copy.contactsTakenOut).toEqual([
      { file: 'runbooks/profit.md', count: 4 },
      { file: 'reference/list.md', count: 1 },
    ])
  })

  it('B2 nor in a name of team.yaml: of a rotation, a pipeline, a person, a day off', () => {
    const number = '+49 170 5550141'
    const team = `
people:
  - {id: eng-a, name: "Ann (${number})", phone: "${number}", timezone: UTC, holidays: [{date: 2026-12-01, name: "Off, call ${number}"}]}
  - {id: eng-b, name: "${number}", timezone: UTC}
pipelines: [{id: profit, name: "Profit (call ${number})", primary: eng-a, tier: investor}]
rotations:
  - {name: "Data ${number}", start: 2026-01-05, handover: {day: monday, at: "10:00", timezone: UTC}, weeks: [{primary: eng-a, backup: eng-b}]}
`
    const copy = compose({ contacts: false }, sampleSource({}, team))
    expect(allOf(copy)).not.toContain('0141')
    expect(copy.schedule?.rotations[0]?.shifts[0]?.backup.name).toBe('eng-b')
    expect(copy.contactsTakenOut).toContainEqual({ file: 'team.yaml', count: 5 })
    expect(allOf(compose({}, sampleSource({}, team)))).toContain('Profit (call +49 170 5550141)')
  })

  it('B2 nor in what a runbook says of itself', () => {
    const text =
      '---\nowner: bob@acme.io\npipeline: 212-555-0147\n---\n# Ask @bs\n\n## Late, call 0171 2345678\n\n- Do it.\n'
    const out = allOf(compose({ contacts: false }, sampleSource({ 'runbooks/ask.md': text })))
    expect(out).not.toMatch(/bob@|555-0147|2345678/)
  })
})

describe('age', () => {
  const copy = compose()
  it.each([
    ['2026-11-20T12:00:00.000Z', 'fresh', 0, false, []],
    ['2026-12-01T23:59:00.000Z', 'fresh', 11, false, []],
    ['2026-12-02T00:00:00.000Z', 'fresh', 11, false, ['d1']],
    ['2027-01-15T11:59:59.999Z', 'fresh', 55, false, ['d1']],
    ['2027-01-15T12:00:00.000Z', 'fresh', 56, true, ['d1']],
    ['2027-02-18T11:59:59.999Z', 'fresh', 89, true, ['d1']],
    ['2027-02-18T12:00:00.000Z', 'stale', 90, true, ['d1']],
    ['2026-11-20T11:59:00.000Z', 'fresh', null, false, []],
    ['2026-11-19T11:00:00.000Z', 'clockBehind', null, false, []],
  ])('B4 at %s it is %s', (at, state, ageDays, isScheduleOver, overdue) => {
    expect(stalenessAt(copy, Date.parse(at))).toEqual({ state, ageDays, isScheduleOver, overdue })
  })

  it('B4 the weeks of its schedule make no copy older or younger', () => {
    const year = compose({ weeks: 52 })
    expect(stalenessAt(year, Date.parse('2027-02-18T12:00:00.000Z'))).toMatchObject({
      state: 'stale',
      isScheduleOver: false,
    })
    const texts = compose({ weeks: 1, parts: ['runbooks'] })
    expect(texts.scheduleEndsAt).toBeNull()
    expect(stalenessAt(texts, Date.parse('2026-11-28T12:00:00.000Z'))).toMatchObject({
      state: 'fresh',
      isScheduleOver: false,
    })
  })

  it('B4 each part says at its place from when it is', () => {
    const page = renderPage(copy)
    expect(page).toMatch(
      /id="schedule".*As planned on <time[^>]*>20 Nov 2026<.*It reaches to <time[^>]*>15 Jan 2027, 12:00 UTC</,
    )
    expect(page).toMatch(/id="contacts".*As team\.yaml had them on <time[^>]*>20 Nov 2026</)
    expect(page).toMatch(/id="d1".*<dt>Copied<\/dt><dd><time[^>]*>20 Nov 2026</)
    expect(page).toContain('Stale from <time datetime="2027-02-18T12:00:00.000Z">18 Feb 2027</time>')
    expect(renderPage(compose({ parts: ['runbooks'] }))).not.toContain('Schedule to')
  })
})

it('B4 the list marks what was overdue when the copy was made, and keeps ready what will be', () => {
  const late = '---\nlastVerified: 2026-01-05\nreviewEvery: P30D\n---\n# Late\n\n- Do it.\n'
  const page = renderPage(compose({}, sampleSource({ 'runbooks/late.md': late })))
  expect(page).toContain('data-due="2026-12-01" hidden>review was due 1 Dec 2026')
  expect(page).toContain('data-due="2026-02-04">review was due 4 Feb 2026')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { type Postmortem, sectionIds } from '../../../shared/postmortem/postmortem.ts'
import { renderJson } from '../../../shared/postmortem/render-json.ts'
import { renderMarkdown } from '../../../shared/postmortem/render-markdown.ts'
import { MOST_UNSTARRED_ROWS } from '../../../shared/postmortem/timeline-rows.ts'
import { workspaceNamesOf } from '../../../shared/postmortem/workspace-names.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'
import { alarm, at, engineerA, engineerB, fact, incidentOf, logOf, wholeNight } from './sample-log.ts'

const compose = (facts: Parameters<typeof composePostmortem>[0]): Postmortem =>
  composePostmortem(facts, { timezone: 'America/New_York' })
const part = (postmortem: Postmortem, id: string) => {
  const section = postmortem.sections.find((each) => each.id === id)
  if (section === undefined) throw new Error(`no part ${id}`)
  return section
}
const edited = (section: string, text: string) => fact(at('15:00'), 'postmortem.edited', { section, text })

describe('P1 a pure value', () => {
  it('P1 any split of reading gives the same bytes', () => {
    const whole = wholeNight()
    const expected = renderMarkdown(compose(whole))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 5 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((one, other) => one - other), whole.length]
        const pages = edges.slice(1).map((edge, index) => structuredClone(whole.slice(edges[index], edge)))
        expect(renderMarkdown(compose(pages.flat()))).toBe(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('E15 says what was relaxed for a holiday, and that it was set aside; nothing where nothing was agreed', () => {
    const relief = {
      reason: 'Year-end',
      startsAt: '2026-12-21T05:00:00.000Z',
      endsAt: '2027-01-04T05:00:00.000Z',
      stretch: 2,
      severityFloor: 2,
      hours: { from: '09:00', to: '18:00', timezone: 'America/New_York', days: 'daily' as const },
    }
    const facts = incidentOf([fact(at('13:20'), 'relief.setAside', { reason: 'the investors call' })], {
      relief: [relief],
    })
    const { text } = part(compose(facts), 'response')
    expect(text).toContain('**Relaxed for a holiday**')
    expect(text).toContain(
      'relaxed by "Year-end" from 2026-12-21 05:00 to 2027-01-04 05:00 UTC: rungs after 2 times as long, SEV-1 excepted; below SEV-2 pages wait until morning',
    )
    expect(text).toContain('13:20 UTC Holiday relief set aside, the normal ladder counts again: the investors call')
    expect(compose(facts).timeline.rows[0]?.text).toContain('ladder relaxed by "Year-end"')
    expect(part(compose(wholeNight()), 'response').text).not.toContain('holiday')
  })

  it('R7 says which commands did not come to their own end', () => {
    const runbook = 'a'.repeat(64)
    const started = (run: string, time: string) =>
      fact(at(time), 'command.started', { run, step: 's', command: `backfill ${run}`, folder: '/srv', runbook })
    const ran = (
      run: string,
      time: string,
      how: { endedBy: 'exit' | 'stopped' | 'timeout'; exitCode: number | null },
    ) => {
      const end = { ...how, output: '', durationMs: 900_000, limitMs: 900_000 }
      return fact(at(time), 'command.ran', { run, step: 's', command: `backfill ${run}`, ...end })
    }
    const facts = incidentOf([
      started('a', '13:10'),
      ran('a', '13:25', { endedBy: 'timeout', exitCode: null }),
      started('b', '13:26'),
      fact(at('13:40'), 'command.lost', { run: 'b', step: 's', command: 'backfill b' }),
      started('c', '13:41'),
      ran('c', '13:56', { endedBy: 'stopped', exitCode: null }),
      started('d', '13:57'),
    ])
    const postmortem = compose(facts)
    expect(part(postmortem, 'response').text).toContain(
      '4 commands were run from the runbook. 1 was ended at the time limit. 1 was running when Nightdesk stopped: nobody knows the outcome. 1 had not ended when this was written.',
    )
    const rows = postmortem.timeline.rows.map(({ text }) => text)
    expect(rows).toContain('Ended at its time limit of 15 min: backfill a')
    expect(rows).toContain('Was running when Nightdesk stopped, nobody knows how it ended: backfill b')
    expect(rows).toContain('Stopped after 15 min: backfill c')
    const one = compose(incidentOf([ran('a', '13:25', { endedBy: 'exit', exitCode: 0 })]))
    expect(part(one, 'response').text).toContain('1 command was run from the runbook.')
  })

  it('P1 composing reads its input and changes nothing in it', () => {
    const facts = wholeNight()
    const before = JSON.stringify(facts)
    renderJson(compose(facts))
    expect(JSON.stringify(facts)).toBe(before)
  })

  it('P1 a name in the log wins over the workspace, which only fills gaps', () => {
    const facts = incidentOf([
      fact(at('13:05'), 'note.added', { text: 'by a stranger' }, { by: { kind: 'person', id: 'eng-z' } }),
    ])
    const names = { people: { 'eng-z': 'Engineer Z', 'eng-b': 'Renamed' } }
    const { timeline, people } = composePostmortem(facts, { timezone: 'UTC', workspaceNames: names })
    expect(timeline.rows.at(-1)?.who).toBe('Engineer Z')
    expect(people[0]?.name).toBe('Engineer B')
  })

  it('P1 every door offers the same names of a team', () => {
    const team = { ...emptyTeam, people: [{ ...engineerA, timezone: 'UTC', away: [] }] }
    expect(workspaceNamesOf(team, 'unknown')).toEqual({ people: { 'eng-a': 'Engineer A' }, consumers: [] })
  })

  it('P1 fifty thousand facts take linear time', () => {
    const build = (count: number) =>
      incidentOf(
        Array.from({ length: count }, (_, index) =>
          index % 3 === 0
            ? fact(at('13:01'), 'entry.starred', { of: `fact-${index}`, starred: index % 300 === 0 })
            : fact(at('13:01'), 'note.added', { text: `row ${index} of raw.transactions checked, nothing found` }),
        ),
      )
    const shortestOf = (count: number): number =>
      leastProcessorMs(
        () => build(count),
        (facts) => renderMarkdown(compose(facts)),
      )
    // Ten times the facts may take some more than ten times as long; a second pass for each fact would take a hundred times.
    expect(shortestOf(50_000) / shortestOf(5_000)).toBeLessThan(40)
  })

  it('P1.1 the last words for a part stand, blank words give the draft back', () => {
    const draft = part(compose(incidentOf([])), 'summary')
    const written = part(compose(incidentOf([edited('summary', 'first'), edited('summary', 'second')])), 'summary')
    expect(written).toMatchObject({ prose: 'second', text: 'second', open: [], draft: draft.draft })
    const cleared = part(compose(incidentOf([edited('summary', 'first'), edited('summary', ' \n')])), 'summary')
    expect(cleared).toEqual(draft)
  })

  it('P1.1 prose for a part that is not known here is appended', () => {
    const postmortem = compose(incidentOf([edited('five-whys', 'Why? Because.')]))
    expect(renderMarkdown(postmortem)).toMatch(/## five-whys\n\nWhy\? Because\.\n$/)
  })

  it('P1.2 an empty log, one without a declaration and one with foreign records compose and render', () => {
    const foreign = logOf([fact(at('13:00'), 'note.added', { text: 'x' })]).map((each) => ({
      ...each,
      type: 'moon.rose',
    }))
    for (const facts of [[], logOf([fact(at('13:00'), 'note.added', { text: 'x' })]), foreign]) {
      const postmortem = compose(facts)
      expect(postmortem.sections.map((section) => section.id)).toEqual([...sectionIds])
      expect(renderMarkdown(postmortem)).toMatch(/^---\nincident: /)
      expect(JSON.parse(renderJson(postmortem))).toHaveProperty('status', 'unknown')
    }
    expect(compose(foreign).foreign).toBe(1)
    expect(renderMarkdown(compose(foreign))).toContain('1 records are of a kind')
  })

  it('J7 a foreign record in the middle is counted and changes nothing else', () => {
    const facts = wholeNight()
    const [first, ...rest] = facts
    if (first === undefined) throw new Error('no facts')
    const strange = { ...first, id: 'strange', type: 'moon.rose' }
    const postmortem = compose([first, strange, ...rest])
    expect(postmortem.foreign).toBe(1)
    expect(postmortem.timeline).toEqual(compose(facts).timeline)
  })
})

describe('P3 parts', () => {
  it('P3 the drafts say what the facts know', () => {
    const postmortem = compose(wholeNight())
    expect(part(postmortem, 'summary').draft).toContain('2 h 25 min after the impact began')
    expect(part(postmortem, 'impact').draft).toContain('missed by 2 h 10 min')
    expect(part(postmortem, 'impact').draft).toContain('- **Bad data published:** no')
    expect(part(postmortem, 'detection').draft).toContain('PipelineFreshnessLate')
    const response = part(postmortem, 'response').draft
    for (const words of [
      'Check when each source',
      'Reason: the job is healthy',
      'extract job crash',
      'Called Engineer A',
    ]) {
      expect(response).toContain(words)
    }
    expect(part(postmortem, 'resolution').draft).toContain('- **Backfill verified:** mart.profit_daily')
    expect(part(postmortem, 'went-wrong').draft).toContain('laptop asleep 11 min')
  })

  it('P3 what facts cannot say is an open question where it belongs', () => {
    const open = (id: string) => part(compose(incidentOf([])), id).open.join(' ')
    expect(open('impact')).toMatch(/impact began.*datasets.*bad data.*money or decisions/)
    expect(open('detection')).toContain('half the time')
    expect(open('factors')).toMatch(/trigger.*technical.*human/)
    expect(open('response')).toContain('missing automation')
  })

  it('P3 a suspicion that was ruled out is no contributing factor', () => {
    const facts = incidentOf([
      fact(at('13:05'), 'hypothesis.raised', { text: 'the cluster is full' }, { id: 'h1' }),
      fact(at('13:06'), 'hypothesis.raised', { text: 'the source is late' }),
      fact(at('13:09'), 'hypothesis.ruledOut', { text: 'cluster has room', of: 'h1' }),
    ])
    expect(part(compose(facts), 'factors').draft).toContain('the source is late')
    expect(part(compose(facts), 'factors').draft).not.toContain('the cluster is full')
  })

  it('P3 a step that was unchecked again is neither taken nor skipped', () => {
    const step = { step: 's', text: 'Restart the job' }
    const facts = incidentOf([fact(at('13:05'), 'step.checked', step), fact(at('13:06'), 'step.unchecked', step)])
    expect(part(compose(facts), 'response').draft).not.toContain('Restart the job')
  })

  it('P3.1 stars choose the rows; without stars significance does', () => {
    const note = fact(at('13:30'), 'note.added', { text: 'the story' }, { id: 'note' })
    const other = fact(at('13:29'), 'decision.made', { text: 'not starred' })
    const star = fact(at('13:31'), 'entry.starred', { of: 'note', starred: true })
    expect(compose(incidentOf([note])).timeline).toMatchObject({ chosenBy: 'significance', notShown: 0 })
    const starred = compose(incidentOf([note, other, star])).timeline
    expect(starred).toMatchObject({ chosenBy: 'star', notShown: 1 })
    expect(starred.rows.slice(1).map((row) => row.text)).toEqual(['the story'])
    expect(starred.rows[0]?.text).toMatch(/^Detected/)
  })

  it('P3.1 the story begins with the impact, even where only the declaration states it', () => {
    const { rows, turns } = compose(incidentOf([], { impactStartedAt: at('12:30') })).timeline
    expect(rows[0]).toMatchObject({ at: at('12:30'), text: 'Impact started, as stated at declaration' })
    expect(turns[0]).toEqual(rows[0])
  })

  it('P3.1 rows stand in the order of what happened, amended and without what was retracted', () => {
    const facts = incidentOf([
      fact(at('13:30'), 'note.added', { text: 'wrong words' }, { id: 'n1' }),
      fact(at('13:31'), 'note.added', { text: 'never mind' }, { id: 'n2' }),
      fact(at('13:32'), 'decision.made', { text: 'earlier' }, { occurredAt: at('13:10') }),
      fact(at('13:40'), 'entry.amended', { of: 'n1', text: 'right words' }),
      fact(at('13:41'), 'entry.amended', { of: 'n2', retracted: true }),
    ])
    expect(
      compose(facts)
        .timeline.rows.slice(1)
        .map((row) => row.text),
    ).toEqual(['Decision: earlier', 'right words'])
  })

  it('P3.1 detail gives way when there is too much, and the number left is said', () => {
    const notes = Array.from({ length: 500 }, () => fact(at('13:05'), 'note.added', { text: 'tick' }))
    const { rows, notShown } = compose(incidentOf(notes)).timeline
    expect(rows).toHaveLength(1)
    expect(notShown).toBe(500)
    const decisions = Array.from({ length: 500 }, () => fact(at('13:05'), 'decision.made', { text: 'again' }))
    expect(compose(incidentOf(decisions)).timeline.rows).toHaveLength(MOST_UNSTARRED_ROWS)
  })

  it('P3.1 evidence is linked beside the export; withheld evidence is named and not linked', () => {
    const night = wholeNight()
    expect(renderMarkdown(compose(night))).toContain(`[freshness.txt](evidence/20261224-7k3m/${'cd'.repeat(32)}.txt)`)
    const withheld = [
      ...night,
      ...logOf([fact(at('11:00', '2026-12-25'), 'evidence.redacted', { of: 'evidence', reason: 'customer names' })]),
    ]
    const text = renderMarkdown(compose(withheld))
    expect(text).toContain('freshness.txt (withheld)')
    expect(text).not.toContain('/cdcd')
  })

  it('P3.2 an action item is what its last change says', () => {
    const facts = incidentOf([
      fact(at('14:00'), 'action.added', { action: 'a', what: 'Alert on age', type: null, owner: null, due: null }),
      fact(at('14:01'), 'action.added', { action: 'b', what: 'Second', type: 'process', owner: null, due: null }),
      fact(at('14:02'), 'action.changed', { action: 'a', owner: engineerB, type: 'detect', due: '2027-01-15' }),
      fact(at('14:03'), 'action.changed', { action: 'a', owner: null, status: 'done' }),
      fact(at('14:04'), 'action.changed', { action: 'gone', status: 'done' }, { by: alarm }),
    ])
    expect(compose(facts).actions).toEqual([
      { action: 'a', what: 'Alert on age', type: 'detect', owner: null, due: '2027-01-15', status: 'done' },
      { action: 'b', what: 'Second', type: 'process', owner: null, due: null, status: 'open' },
    ])
  })
})

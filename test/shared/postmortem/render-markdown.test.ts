import canonicalize from 'canonicalize'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { unknownPlaceholders } from '../../../shared/postmortem/fill-template.ts'
import { MOST_PICTURED } from '../../../shared/postmortem/mermaid-timeline.ts'
import { sectionIds } from '../../../shared/postmortem/postmortem.ts'
import { renderJson } from '../../../shared/postmortem/render-json.ts'
import { renderMarkdown } from '../../../shared/postmortem/render-markdown.ts'
import { postmortemTemplates } from '../../../shared/postmortem/templates.ts'
import { at, engineerA, fact, incidentOf, wholeNight } from './sample-log.ts'

const zone = { timezone: 'America/New_York' }
const markdown = new MarkdownIt({ html: true, linkify: true })
const frontMatterOf = (text: string): Record<string, unknown> => parse(text.split('\n---\n')[0]?.slice(4) ?? '')
const bodyOf = (text: string): string => text.slice(text.indexOf('\n---\n') + 5)

const hostile =
  'x`|\n<script>alert(1)</script> [a](javascript:1) @all https://evil.example "q": {{actions}} ```\n---\n# h --> : ; %%{init}%%'

const everywhere = (words: string) =>
  incidentOf(
    [
      fact(at('13:01'), 'alert.attached', {
        fingerprint: 'f',
        source: words,
        status: 'firing',
        startsAt: null,
        labels: { alertname: words, [words]: words },
        annotations: {},
      }),
      fact(at('13:02'), 'note.added', { text: words }),
      fact(at('13:03'), 'decision.made', { text: words }),
      fact(at('13:04'), 'step.skipped', { step: 's', text: words, reason: words.trim() || 'r' }),
      fact(at('13:05'), 'hypothesis.raised', { text: words }),
      fact(at('13:06'), 'hypothesis.ruledOut', { text: `${words}!` }),
      fact(at('13:07'), 'call.made', {
        person: { id: 'p', name: words },
        notification: null,
        channel: 'phone',
        outcome: 'reached',
        note: words,
      }),
      fact(at('13:08'), 'dataset.affected', { dataset: words, detail: words }),
      fact(at('13:09'), 'evidence.attached', {
        sha256: 'ef'.repeat(32),
        name: words.slice(0, 255),
        mediaType: 'text/plain',
        bytes: 1,
        caption: words,
      }),
      fact(at('13:10'), 'action.added', {
        action: 'a',
        what: words,
        type: 'prevent',
        owner: { id: 'p', name: words },
        due: null,
      }),
    ],
    { title: words.trim().slice(0, 300) || 't', pipeline: { id: words, name: words }, dataset: words },
  )

describe('P6 Markdown for GitHub', () => {
  it('P6 front matter carries the incident, its metrics and the head', () => {
    const matter = frontMatterOf(renderMarkdown(composePostmortem(wholeNight(), zone)))
    expect(matter).toMatchObject({
      incident: '20261224-7k3m',
      title: 'Aggregate profit for investors is late',
      severity: 'SEV-2',
      status: 'resolved',
      time_to_detect: { status: 'recorded', ms: 900_000 },
      head_seq: 21,
      head_hash: '15'.padStart(64, '0'),
    })
    const open = frontMatterOf(renderMarkdown(composePostmortem(incidentOf([]), zone)))
    expect(open).toMatchObject({
      time_to_detect: { status: 'notRecorded', ms: null },
      time_to_resolve: { status: 'pending', ms: null },
    })
  })

  it('P6 times are UTC and local with the zone named, and dated once two days are involved', () => {
    const night = renderMarkdown(composePostmortem(wholeNight(), zone))
    expect(night).toContain('| UTC | Local (America/New_York) | Who | What | Evidence |')
    expect(night).toContain('| 2026-12-25 09:35 | 2026-12-25 04:35 | Engineer B | Resolved |')
    const day = renderMarkdown(composePostmortem(incidentOf([]), zone))
    expect(day).toContain('All times are of 2026-12-24.')
    expect(day).toContain('| 13:00 | 08:00 | Nightdesk |')
    const midnight = renderMarkdown(composePostmortem(incidentOf([]), { timezone: 'Pacific/Auckland' }))
    expect(midnight).toContain('| 2026-12-24 13:00 | 2026-12-25 02:00 |')
    expect(renderMarkdown(composePostmortem(incidentOf([]), { timezone: 'no/zone' }))).toContain('| UTC | Who |')
  })

  it('P6 the picture shows a bounded number of events, a section for each day', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      fact(at('13:05'), 'decision.made', { text: `number ${index}` }),
    )
    const picture =
      /```mermaid\n([\s\S]*?)```/.exec(renderMarkdown(composePostmortem(incidentOf(many), zone)))?.[1] ?? ''
    expect(picture.match(/ UTC : /g)).toHaveLength(MOST_PICTURED)
    const night = renderMarkdown(composePostmortem(wholeNight(), zone))
    expect(night.match(/ {4}section \d{4}-\d\d-\d\d\n/g)).toHaveLength(2)
  })

  it('P6 line ends are \\n, the text ends with one, nothing trails', () => {
    const text = renderMarkdown(composePostmortem(wholeNight(), zone))
    expect(text).not.toMatch(/\r|[ \t]\n|\n\n\n/)
    expect(text).toMatch(/[^\n]\n$/)
  })

  it('P6.1 hostile words everywhere leave the shape of the document as it is', () => {
    const shape = (text: string) =>
      markdown
        .parse(bodyOf(text), {})
        .filter((token) => token.nesting >= 0 && token.type !== 'inline')
        .map((token) => token.type)
    const plain = shape(renderMarkdown(composePostmortem(everywhere('plain words'), zone)))
    const words = fc.oneof(
      fc.constant(hostile),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc
        .array(fc.constantFrom(...'`|<>[]()@#-=*_~\\\n:;%{}!"\'& '), { minLength: 1, maxLength: 20 })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(words, (given) => {
        const text = renderMarkdown(composePostmortem(everywhere(`a${given}z`), zone))
        expect(shape(text)).toEqual(plain)
        const html = markdown.render(bodyOf(text))
        expect(html).not.toMatch(/<script|<img|href="(?!evidence\/)/)
        expect(frontMatterOf(text)).toHaveProperty('head_seq', 11)
      }),
      { numRuns: 60 },
    )
  })

  it('P6.2 hostile prose leaves the other parts as they are', () => {
    const heading = (text: string) => text.match(/^## .*$/gm)
    const plain = heading(renderMarkdown(composePostmortem(wholeNight(), zone)))
    for (const prose of [
      '```\nopen',
      '<!-- open',
      '<details>',
      '# Big\n\nTwo\n---',
      '| a |\n| - |',
      '{{actions}}',
      '- a\n  ```\n  b',
    ]) {
      const edit = fact(at('12:00', '2026-12-25'), 'postmortem.edited', { section: 'impact', text: prose })
      const text = renderMarkdown(composePostmortem([...wholeNight(), ...incidentOf([edit]).slice(1)], zone))
      expect(heading(text)).toEqual(plain)
      expect(markdown.render(bodyOf(text)).match(/<h2>/g)).toHaveLength(plain?.length ?? 0)
      expect(text.split('{{actions}}').length - 1).toBe(prose === '{{actions}}' ? 1 : 0)
    }
  })

  it('P6.3 each shape that comes with the product names every part once and knows each of its placeholders', () => {
    for (const template of Object.values(postmortemTemplates)) {
      expect(unknownPlaceholders(template, ['title', 'overview', 'metrics', 'seal', ...sectionIds])).toEqual([])
      for (const id of sectionIds) expect(template.split(`{{${id}}}`)).toHaveLength(2)
      expect(renderMarkdown(composePostmortem(wholeNight(), { ...zone, template }))).not.toContain('{{')
    }
  })

  it("P6.3 a template of one's own: its front matter goes, unknown names stay, prose without a place is appended", () => {
    const template = '---\nlayout: post\n---\r\n# {{ title }}\r\n\r\n{{summary}}\n{{nonsense}}\n'
    const edit = fact(at('14:00'), 'postmortem.edited', { section: 'lucky', text: 'It was Thursday.' })
    const text = renderMarkdown(composePostmortem(incidentOf([edit]), { ...zone, template }))
    expect(text).not.toContain('layout')
    expect(text).toContain('# Aggregate profit for investors is late\n')
    expect(text).toContain('{{nonsense}}')
    expect(text).toMatch(/## Where we got lucky\n\nIt was Thursday\.\n$/)
    expect(unknownPlaceholders(template, ['title', 'summary'])).toEqual(['nonsense'])
  })
})

describe('P5 nothing secret is rendered', () => {
  const key = `AKIA${'IOSFODNN7EXAMPLE'}`
  const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJz_dWIiOiIx_In0', 'c2ln_bmF0dXJl'].join('.')

  it('P5 not in Markdown, not in JSON, wherever it was pasted, and it is said', () => {
    const edit = fact(at('14:00'), 'postmortem.edited', { section: 'impact', text: `We used ${key} and \`${jwt}\`` })
    const facts = [...everywhere(`ran with ${key} then ${jwt}`), ...incidentOf([edit]).slice(1)]
    const postmortem = composePostmortem(facts, zone)
    for (const text of [renderMarkdown(postmortem), renderJson(postmortem)]) {
      expect(text).not.toContain(key)
      expect(text).not.toContain('eyJhbGci')
      expect(text).toContain('left out')
    }
    expect(postmortem.redactions.map((each) => each.where)).toContain('impact')
    expect(renderMarkdown(composePostmortem(facts, { ...zone, redaction: 'none' }))).toContain(key)
  })

  it('P5 a secret under the name of a label goes too', () => {
    const labels = { alertname: 'A', db_password: 'hunter2hunter2' }
    const alert = { fingerprint: 'f', source: 's', status: 'firing' as const, startsAt: null, labels, annotations: {} }
    const postmortem = composePostmortem(incidentOf([fact(at('13:01'), 'alert.attached', alert)]), zone)
    expect(postmortem.redactions).toEqual([{ where: 'fact-2', name: 'password' }])
    expect(renderMarkdown(postmortem)).toContain('db_password=(left out: password)')
  })
})

describe('P1 JSON', () => {
  it('P1 is canonical, and carries words instead of what was typed', () => {
    const text = renderJson(composePostmortem(wholeNight(), zone))
    expect(`${canonicalize(JSON.parse(text))}\n`).toBe(text)
    expect(JSON.parse(text)).toMatchObject({ format: 'nightdesk.postmortem/1', actions: [{ owner: engineerA }] })
    expect(text).not.toContain('"prose"')
  })
})

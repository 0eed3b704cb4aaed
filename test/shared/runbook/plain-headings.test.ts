import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const parse = (...lines: string[]) => parseRunbook({ path: 'a.md', text: ['# Late', '', ...lines].join('\n') })

describe('R2 headings in plain words', () => {
  it.each([
    ['What fired', 'meaning'],
    ['Whether it matters', 'impact'],
    ['How to see', 'debugging'],
    ['Root cause', 'other'],
    ['Contact support', 'escalation'],
    ['Résumé', 'meaning'],
    ['Solutions list', 'mitigation'],
    ['Solutions detail', 'mitigation'],
    ['Check resolution', 'mitigation'],
    ['Cluster status example', 'other'],
    ['Incident notes template', 'other'],
    ['Important notes', 'other'],
    ['Triggers for rollback', 'meaning'],
    ['Escalation triggers', 'escalation'],
  ])('R2 the heading "%s" announces %s', (heading, kind) => {
    const { parts } = parse(`## ${heading}`, '', '- x', '', '## Mitigation', '', '- Restart it.')
    expect(parts.find((part) => part.heading === heading)?.kind).toBe(kind)
  })

  it.each([
    ['Identify the slow ring', 'debugging'],
    ['2. Find what grew', 'debugging'],
    ['Cancel slow rings', 'mitigation'],
    ['Failed ring replacement', 'mitigation'],
    ['Resume behavior', 'other'],
    ['Resume', 'mitigation'],
    ['Detailed steps', 'debugging'],
    ['Ring geometry', 'other'],
  ])('R2 a heading of its own words that orders names its part: "%s"', (heading, kind) => {
    expect(parse(`## ${heading}`, '', 'It is a ring.').parts.at(-1)?.kind).toBe(kind)
  })

  it('R2 what a page begins with tells what it is about', () => {
    expect(parse('The ring is late when its readers wait for more than an hour.').parts[0]?.kind).toBe('meaning')
    expect(parse('Owner: Tom').parts[0]?.kind).toBe('other')
  })

  it('R2 a root cause analysis that asks for checks is the diagnosis, and else it tells causes', () => {
    expect(parse('## Root Cause Analysis', '', '- Check the queue.').parts.at(-1)?.kind).toBe('debugging')
    expect(parse('## Root Cause Analysis', '', '- slow handler').parts.at(-1)?.kind).toBe('other')
  })

  it('R3 "Resume" is an order and no summary', () => {
    const { steps } = parse('## Resume', '', '1. Start the loader.', '2. Start the worker.')
    expect(steps.map(({ text }) => text)).toEqual(['Start the loader.', 'Start the worker.'])
  })
})

describe('R3 what no heading of its own makes a step', () => {
  it.each(['Incident notes template', 'Important notes', 'Triggers for rollback'])(
    'R3 below "%s" none stands',
    (heading) => {
      const { steps } = parse(
        '## Fix',
        '',
        '1. Restart it.',
        '',
        `## ${heading}`,
        '',
        '- [ ] Start of the ring',
        '- [ ] Ring',
      )
      expect(steps.map(({ text }) => text)).toEqual(['Restart it.'])
    },
  )

  it('R3 a procedure that is there for its use brings no trouble about', () => {
    const steps = (heading: string) => parse(`## ${heading}`, '', '1. Open the ring.', '', '2. Close it.').steps
    expect(steps('Steps to reproduce an easy backup of it')).toHaveLength(2)
    expect(steps('Steps to reproduce the failure')).toEqual([])
  })

  it('R2.2 "**Requirements**" has ended behind its list where words ask for something there', () => {
    const list = ['**Requirements**', '- a ring', '- knowledge of rings', '']
    const { steps, parts } = parse('## Restore a ring', '', ...list, 'First stop it:', '', '`ringctl stop --all`')
    expect(steps.map(({ text, commands }) => [text, ...commands.map((each) => each.text)])).toEqual([
      ['First stop it', 'ringctl stop --all'],
    ])
    expect(parts.map(({ heading }) => heading)).not.toContain('Requirements')
    const facts = parse('## Restore a ring', '', ...list, 'Rings are slow.', '', '## Steps', '1. Stop it.').parts
    expect(facts.map(({ heading }) => heading)).toContain('Requirements')
  })
})

describe('R3 pictures, fields and drills', () => {
  it('R3 pictures on lines of their own are no steps', () => {
    const { steps } = parse('## Fix', '', 'Click **Save**.', '', '![Click it](a.png)', '![Name it and save it](b.png)')
    expect(steps.map(({ text }) => text)).toEqual(['Click Save.'])
  })

  it('R3 what to enter in which field is an order', () => {
    const { steps } = parse('## Fix', '', '### Run it', '', 'In the **Search box**, enter the query and run it.')
    expect(steps).toHaveLength(1)
  })

  it('R3 a command by which something was once tried is not offered', () => {
    const { steps } = parse(
      '## Fix',
      '',
      '- Wait for the pool, no restart is needed (verified by the `docker restart ring` drill).',
    )
    expect(steps.flatMap(({ commands }) => commands)).toEqual([])
  })
})

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

import { describe, expect, it } from 'vitest'
import { isForbiddenCode } from '../../../shared/runbook/forbidden-code.ts'
import { furtherTextFor } from '../../../shared/runbook/runbook.ts'
import { runbookOf } from './read-sample.ts'

const FIX = ['# T', '## Mitigation', '1. Restart the loader', '2. Drain the ring', '']
const besideLast = (...behind: string[]): string => {
  const last = runbookOf(...FIX, ...behind).steps.at(-1)
  return `${last?.before}\n${last?.after}`
}
const titlesOf = (...behind: string[]) => runbookOf(...FIX, ...behind).furtherText.map(({ title }) => title)

describe('R3.14 the text behind the last step', () => {
  it('R3.14 stands for itself, each section by its heading, and beside no step', () => {
    const behind = [
      '## Fixed versions',
      'Ring 1.8 and later.',
      '',
      '## Sizes',
      '| Ring | Size |',
      '|--|--|',
      '| a | 3 |',
    ]
    const { furtherText } = runbookOf(...FIX, ...behind)
    expect(furtherText).toEqual([
      { title: 'Fixed versions', line: 6, markdown: 'Ring 1.8 and later.' },
      { title: 'Sizes', line: 9, markdown: '| Ring | Size |\n|--|--|\n| a | 3 |' },
    ])
    expect(besideLast(...behind).trim()).toBe('')
  })

  it('R3.14 holds what stands below its heading, under the headings of that', () => {
    const [text, ...others] = runbookOf(
      ...FIX,
      '## Sizes',
      '### Small',
      'One ring.',
      '### Large',
      'Nine rings.',
    ).furtherText
    expect(others).toEqual([])
    expect(text?.markdown).toBe('**Small**\n\nOne ring.\n\n**Large**\n\nNine rings.')
  })

  it('R3.14 tells a label and its words once', () => {
    const one = [
      '### Ring full',
      '#### Fix',
      '1. Drain it',
      '#### Sizes',
      'Three.',
      '',
      '**Impact:** Readers wait.',
      '',
    ]
    const { scenarios } = runbookOf('# T', '## Failure scenarios', ...one, '### Relay late', '1. Restart it')
    expect(scenarios[0]?.furtherText.map(({ markdown }) => markdown)).toEqual(['Three.\n\n**Impact:** Readers wait.'])
  })

  it('R3.14 tells every word of HTML once', () => {
    const [text] = runbookOf(...FIX, '## Sizes', '<p>One is small.</p><p>One is', 'large.</p>').furtherText
    expect(text?.markdown.match(/One is|large/g)).toHaveLength(3)
  })

  it('R3.14 does not take what follows a step within its section, or below its heading', () => {
    const behind = ['', 'The ring is empty then.', '', '### What happens then', 'The relay sorts.']
    expect(titlesOf(...behind)).toEqual([])
    expect(besideLast(...behind)).toContain('The ring is empty then.')
    expect(besideLast(...behind)).toContain('The relay sorts.')
  })

  it('R3.14 leaves a section of the same depth, also below one heading with the steps', () => {
    const { furtherText, steps } = runbookOf(
      '# T',
      '## Mitigation',
      '### Now',
      '1. Drain it',
      '### Some day',
      'It is mended.',
    )
    expect(furtherText.map(({ title }) => title)).toEqual(['Some day'])
    expect(`${steps[0]?.before}${steps[0]?.after}`).toBe('')
  })

  it('R3.14 takes no bold line below the heading that the steps stand under', () => {
    expect(titlesOf('', '**Sizes**', '', 'Three.')).toEqual([])
    expect(besideLast('', '**Sizes**', '', 'Three.')).toContain('Three.')
  })

  it('R3.14 below steps that stand straight under the title every heading begins a text of its own', () => {
    expect(runbookOf('# Drain the ring', '1. Drain it', '## Sizes', 'Three.').furtherText).toHaveLength(1)
  })

  it.each([
    ...['Additional notes', 'Further information', 'References', 'Root cause', 'Prevention', 'Lessons learned'],
    ...['Impact', 'Meaning', 'Symptoms', 'SLA', 'Data sources', 'Example', 'Glossary', 'Failure scenarios'],
  ])('R3.14 "%s" behind the last step is such a text, whatever it announces', (heading) => {
    expect(titlesOf(`## ${heading}`, 'Rings are round.')).toEqual([heading])
  })

  it('R3.14 no word behind the last step is lost, below whatever heading', () => {
    for (const heading of ['Escalation', 'Contact support', 'Prerequisites', 'What not to do', 'Mitigation']) {
      const words = 'Rings are round.'
      const { steps, furtherText } = runbookOf(...FIX, `## ${heading}`, words)
      const shown = [
        ...steps.flatMap(({ before, after }) => [before, after]),
        ...furtherText.map((one) => one.markdown),
      ]
      expect(shown.join(' '), heading).toContain(words)
    }
  })

  it.each([
    ['If this does not help', 'The ring is beyond repair.'],
    ['Rolling back the drain', 'It has no way back.'],
    ['Escalation', 'The ring team.'],
    ['Caution', 'The ring is small.'],
    ['Limits', 'Never drain two rings at once.'],
    ['What not to do', 'Do not drain two rings at once.'],
  ])('R3.14 "%s" is no such text', (heading, words) => {
    expect(titlesOf(`## ${heading}`, words)).toEqual([])
  })

  it('R3.14 what warns of its own code stands beside the code', () => {
    expect(titlesOf('## Wiping relays', 'Never run this in production:', '', '```ruby', 'Relay.wipe', '```')).toEqual([
      'Wiping relays',
    ])
  })

  it('R3.14 a heading without a word has a name', () => {
    expect(titlesOf('## {{% heading "whatsnext" %}}', 'The book of rings tells more.')).toEqual(['Further text'])
  })

  it('R3.14 code in it that is forbidden is known as such', () => {
    const code = ['```sh', 'ringctl purge --all', '```']
    const behind = ['## Relays of others', 'They have a tool.', '', 'Do not run this:', '', ...code]
    const { furtherText, forbidden } = runbookOf(...FIX, ...behind)
    expect(furtherText[0]?.markdown).toContain('ringctl purge --all')
    expect(isForbiddenCode(forbidden, 'ringctl purge --all', null)).toBe(true)
  })

  it('R3.14 each scenario has its own', () => {
    const one = ['### Ring full', '#### Fix', '1. Drain it', '#### Sizes', 'Three.', '']
    const other = ['### Relay late', '#### Fix', '1. Restart it', '#### Routes', 'Two.']
    const runbook = runbookOf('# T', '## Failure scenarios', ...one, ...other)
    const titles = runbook.scenarios.map(({ id }) => furtherTextFor(runbook, id).map(({ title }) => title))
    expect(titles).toEqual([['Sizes'], ['Routes']])
    expect(runbook.scenarios[0]?.steps[0]).toMatchObject({ before: '', after: '' })
  })

  it('R3.14 without steps there is none: the text is read as it is', () => {
    expect(runbookOf('# T', '## Sizes', 'Three.').furtherText).toEqual([])
  })

  it.each(['References', 'Impact', 'Escalation', 'SLA'])('R3.14 "%s" behind all scenarios is of each', (heading) => {
    const ways = [
      '# T',
      '## Failure scenarios',
      '### Ring is slow',
      '1. Restart it.',
      '### Ring is cut',
      '1. Splice it.',
    ]
    const { scenarios } = runbookOf(...ways, `## ${heading}`, 'Rings are round.')
    expect(scenarios.map(({ furtherText }) => furtherText.map(({ title }) => title))).toEqual([[heading], [heading]])
  })

  it('R3.14 a remedy behind all scenarios is of each, also where its steps are a list of their own', () => {
    const ways = [
      '# T',
      '## Failure scenarios',
      '### Ring is slow',
      '1. Restart it.',
      '### Ring is cut',
      '1. Splice it.',
    ]
    const titles = (...words: string[]) =>
      runbookOf(...ways, '## Mitigation', ...words).scenarios.map((one) => one.furtherText.map(({ title }) => title))
    expect(titles('The impact has ended when the rings are round.')).toEqual([['Mitigation'], ['Mitigation']])
    expect(titles('1. Drain the ring.')).toEqual([['Mitigation'], ['Mitigation']])
  })

  it('R3.14 is of each scenario when it stands behind all of them', () => {
    const runbook = runbookOf(
      ...['# T', '## Failure scenarios', '### Ring is slow', '1. Restart it.', '### Ring is cut', '1. Splice it.', ''],
      ...['## If this does not help', 'Call the lead.'],
    )
    const expected = [{ title: 'If this does not help', line: 8, markdown: 'Call the lead.' }]
    expect(runbook.scenarios.map(({ id }) => furtherTextFor(runbook, id))).toEqual([expected, expected])
  })

  it.each(['Patch notes', 'Release notes', 'Resolved in'])('R2 "%s" is looked up, and no step', (heading) => {
    const { steps } = runbookOf(...FIX, '## Versions', 'Three.', `### ${heading}`, 'Ring 1.8 restarts the loader.')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the loader', 'Drain the ring'])
  })

  it('R2 versions are looked up, and no step', () => {
    const { steps } = runbookOf(...FIX, '## Fixed versions', 'Ring 1.8 and later.', '```sh', 'apt install ring', '```')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the loader', 'Drain the ring'])
  })
})

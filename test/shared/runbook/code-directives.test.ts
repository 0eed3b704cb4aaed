import { describe, expect, it } from 'vitest'
import { boxesAsQuotes } from '../../../shared/runbook/text/boxes-as-quotes.ts'
import { runbookOf } from './read-sample.ts'

const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', '1. Open the ring:', '', ...lines)
const setIn = (lines: readonly string[]) => lines.map((line) => `   ${line}`)
const shown = (lines: readonly string[]) => boxesAsQuotes(lines.join('\n')).split('\n')

describe('R3.3 the options of a block of code, as MyST writes them', () => {
  it.each([
    ['```{code-block} sh', ':linenos:', ':emphasize-lines: 1', '', 'ringctl open', '```'],
    ['```{code} sh', ':number-lines:', 'ringctl open', '```'],
    ['~~~{code-block} sh', '---', 'linenos: true', '---', 'ringctl open', '~~~'],
    ['```{code-block} sh', 'ringctl open', '```'],
  ])('R3.3 are not typed: %s %s', (...lines) => {
    const { steps, forbidden } = read(...setIn(lines))
    expect(steps.flatMap(({ commands }) => commands.map(({ text, line }) => [text, line]))).toEqual([
      ['ringctl open', 5 + lines.indexOf('ringctl open')],
    ])
    expect(forbidden).toEqual([])
    const own = shown(lines)
    expect(own).toHaveLength(lines.length)
    expect(own.slice(-3)).toEqual([`${lines[0]?.slice(0, 3)}sh`, 'ringctl open', lines.at(-1)])
    expect(own.slice(0, -3).every((line) => line === '')).toBe(true)
  })

  it('R3.3 the caption stands above the code, and may keep from it', () => {
    const lines = ['```{code-block} sh', ':linenos:', ':caption: Never run this', 'ringctl purge', '```']
    expect(shown(lines)).toEqual(['**Never run this**', '', '```sh', 'ringctl purge', '```'])
    const { steps, forbidden } = read(...setIn(lines))
    expect(steps.flatMap(({ commands }) => commands)).toEqual([])
    expect(forbidden.map(({ text }) => text)).toEqual(['ringctl purge'])
  })

  it('R3.3 such lines in other code are code', () => {
    const { steps } = read(...setIn(['```sh', ':load: x', 'ringctl open', '```']))
    expect(steps[0]?.commands[0]?.text).toBe(':load: x\nringctl open')
  })
})

import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const code = (text: string) => ['```', text, '```', '']

describe('R2.2 bold labels with and without text straight below', () => {
  it('R2.2 a bold first line opens a scenario where bold lines on their own do', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Common issues',
      '**Ring is full:**',
      ...code('ringctl drain a'),
      '**Relay lags behind:**',
      'Check the relay is running:',
      ...code('ringctl show relay'),
      '**Reader is slow:**',
      ...code('ringctl restart reader'),
    )
    expect(scenarios.map(({ title, steps }) => [title, ...steps.flatMap(({ commands }) => commands[0]?.text)])).toEqual(
      [
        ['Ring is full', 'ringctl drain a'],
        ['Relay lags behind', 'ringctl show relay'],
        ['Reader is slow', 'ringctl restart reader'],
      ],
    )
  })
})

describe('R3.7 a case in another language', () => {
  it('R3.7 is what its sisters are', () => {
    const { steps } = runbookOf(
      '# Кольцо',
      '## Действия',
      '- При режиме `open` — запросы проходят. Проверить нагрузку.',
      '- При режиме `closed` — запросы блокируются. Срочный рестарт.',
    )
    expect(steps).toHaveLength(2)
  })

  it.each(['Немедленные действия', 'Временные меры'])('R2.1 %s announces the remedy', (heading) => {
    const { parts } = runbookOf('# Кольцо', `## ${heading}`, '1. Перезапустить кольцо')
    expect(parts.map(({ kind }) => kind)).toContain('mitigation')
  })
})

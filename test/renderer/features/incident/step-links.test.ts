// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { linksOfStep } from '../../../../renderer/features/incident/runbook/step-links.tsx'

const linksOf = (markdown: string, before = '', after = '') => linksOfStep({ markdown, before, after })

it('R3 a step gives the links of its own words, each once', () => {
  expect(
    linksOf('Follow [the page](gates.md#open), then <https://rings.example/board>, then [it](gates.md#open) again.'),
  ).toEqual([
    { href: 'gates.md#open', text: 'the page' },
    { href: 'https://rings.example/board', text: 'https://rings.example/board' },
  ])
})

it('R3 a link that the words beside it have is not told again', () => {
  expect(linksOf('Read [the page](gates.md).', 'See [the page](gates.md) first.')).toEqual([])
})

it('R7 no link leads to what nobody may follow, and the name of a file is none', () => {
  expect(linksOf('Run restart.sh, never [this](javascript:alert(1)) or [that](file:///etc/passwd).')).toEqual([])
})

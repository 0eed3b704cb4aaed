// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { linksOfStep } from '../../../renderer/ui/links-of-step.tsx'

const linksOf = (markdown: string, before = '', after = '', file = markdown) =>
  linksOfStep({ markdown, before, commands: [], after }, file)

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

it('R3 a link whose address is part of one beside the step is told', () => {
  expect(linksOf('Follow [the restart](restart.md).', 'See [what changed](pre-restart.md).')).toEqual([
    { href: 'restart.md', text: 'the restart' },
  ])
})

it('R7 no link leads to what nobody may follow, and the name of a file is none', () => {
  expect(linksOf('Run restart.sh, never [this](javascript:alert(1)) or [that](file:///etc/passwd).')).toEqual([])
})

it('R3 what a link leads to may stand elsewhere in the file', () => {
  const file =
    'Compare with [yesterday][y] and [the board].\r\n\r\n[y]: day.md\r\n[The board]: <https://rings.example/>\r\n'
  expect(linksOf('Compare with [yesterday][y] and [the board].', '', '', file)).toEqual([
    { href: 'day.md', text: 'yesterday' },
    { href: 'https://rings.example/', text: 'the board' },
  ])
})

it('R3 an address without its scheme is a link where it begins with www', () => {
  expect(linksOf('Look at www.example.com/board, then run setup.py or example.com.')).toEqual([
    { href: 'http://www.example.com/board', text: 'www.example.com/board' },
  ])
})

it('R3 the colon that leads on from an address is no part of it', () => {
  const hrefs = linksOf(
    'Look at www.rings.example/lag: is it late? Then https://rings.example/queue:: and <https://rings.example/a:b:>.',
  ).map(({ href }) => href)
  expect(hrefs).toEqual(['http://www.rings.example/lag', 'https://rings.example/queue', 'https://rings.example/a:b:'])
})

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Command, registerCommands, useCommands } from '../../../renderer/state/commands.ts'
import { listenToKeys } from '../../../renderer/state/keys.ts'
import { render } from '../../support/rendered.tsx'

let ran: string[]
let stops: (() => void)[]

const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({
  id,
  label: id,
  group: 'test',
  keys,
  run: () => ran.push(id),
  ...more,
})

/** Presses a key and holds it until it has repeated so many times; answers whether the page was left its own use of each. */
const press = (key: string, repeats = 0): boolean[] =>
  Array.from({ length: repeats + 1 }, (_, at) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key, repeat: at > 0, cancelable: true })),
  )

beforeEach(() => {
  ran = []
  stops = [
    registerCommands([command('done', 'space'), command('next', 'j', { whileHeld: true }), command('tonight', 'g t')]),
    listenToKeys(window, () => true),
  ]
})

afterEach(() => {
  for (const stop of stops) stop()
})

it('a key that is held runs its command once, and still does not scroll the page', () => {
  expect(press(' ', 20)).toEqual(Array.from({ length: 21 }, () => false))
  expect(ran).toEqual(['done'])
  press(' ')
  expect(ran).toEqual(['done', 'done'])
})

it('moving about goes on while its key is held', () => {
  press('j', 2)
  expect(ran).toEqual(['next', 'next', 'next'])
})

it('a screen that moves about by its keys goes on while they are held, too', () => {
  function Screen() {
    useCommands([command('screen', 'k', { whileHeld: true })])
    return null
  }
  const { unmount } = render(<Screen />)
  press('k', 2)
  expect(ran).toEqual(['screen', 'screen', 'screen'])
  unmount()
})

it('the first key of a pair may be held', () => {
  press('g', 3)
  press('t')
  expect(ran).toEqual(['tonight'])
})

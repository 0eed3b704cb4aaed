import { describe, expect, it } from 'vitest'
import type { Command } from '../../../renderer/state/commands.ts'
import { commandFor, strokeOf } from '../../../renderer/state/keys.ts'

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) =>
  strokeOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

const command = (id: string, keys: string, isEnabled = true): Command => ({
  id,
  label: id,
  group: 'Test',
  keys,
  run: () => undefined,
  isEnabled: () => isEnabled,
})

describe('keys', () => {
  it('reads a press as commands write it', () => {
    expect(press('K', { ctrlKey: true })).toBe('mod+k')
    expect(press('k', { metaKey: true })).toBe('mod+k')
    expect(press(' ')).toBe('space')
    expect(press('?')).toBe('?')
  })

  it('leaves modifiers alone and Alt to the system', () => {
    expect(press('Shift')).toBeNull()
    expect(press('x', { altKey: true })).toBeNull()
  })

  it('prefers a pair over its second key', () => {
    const commands = [command('tonight', 'g t'), command('t', 't')]
    expect(commandFor(commands, 'g', 't')?.id).toBe('tonight')
    expect(commandFor(commands, null, 't')?.id).toBe('t')
    expect(commandFor(commands, 'x', 't')?.id).toBe('t')
  })

  it('lets the screen on top win, and passes over what is switched off', () => {
    expect(commandFor([command('below', 'n'), command('above', 'n')], null, 'n')?.id).toBe('above')
    expect(commandFor([command('below', 'n'), command('above', 'n', false)], null, 'n')?.id).toBe('below')
    expect(commandFor([command('only', 'n', false)], null, 'n')).toBeNull()
  })
})

import { flushSync } from 'react-dom'
import { enterDialog, isDialogOpen } from '../ui/open-dialog.ts'
import { type Command, currentCommands } from './commands.ts'

/** What of a key press the keys need to know. */
export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** How long the second key of a pair such as `g t` may take. */
const PAIR_MS = 1_200

/** A key press as commands write it: `mod+k`, `space`, `n`, `?`; null for what no command can be bound to. */
export function strokeOf(press: KeyPress): string | null {
  if (press.altKey) return null
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  if (['shift', 'control', 'meta', 'alt', 'capslock', 'dead'].includes(key)) return null
  return press.ctrlKey || press.metaKey ? `mod+${key}` : key
}

/** The enabled command for one stroke, or for a pair when its first key came just before. The latest registered wins. */
export function commandFor(commands: readonly Command[], before: string | null, stroke: string): Command | null {
  const isEnabled = (command: Command): boolean => command.isEnabled?.() ?? true
  const bound = (keys: string): Command | undefined =>
    commands.findLast((each) => each.keys === keys && isEnabled(each))
  return (before === null ? undefined : bound(`${before} ${stroke}`)) ?? bound(stroke) ?? null
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))

const usesKeyItself = (target: EventTarget | null, stroke: string): boolean =>
  stroke === 'space' &&
  target instanceof HTMLElement &&
  target.closest('button, a, summary, input, [role=option], [role=tab], [role=menuitem]') !== null

/**
 * Runs commands by their keys, once for each press. A dialog that one opens is there, with the focus in it, before the next key: whoever types on at once
 * must not press keys of the screen behind it, where M means mitigated. `lettersAllowed` is asked at each press: single keys can be switched off (WCAG 2.1.4).
 */
export function listenToKeys(view: Window, lettersAllowed: () => boolean): () => void {
  let before: { readonly stroke: string; readonly atMs: number } | null = null
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event)
    if (stroke === null || event.defaultPrevented || event.isComposing) return
    const isChord = stroke.startsWith('mod+')
    if (!isChord && (!lettersAllowed() || isTextField(event.target) || usesKeyItself(event.target, stroke))) return
    if (!isChord && isDialogOpen()) return
    const first = before !== null && event.timeStamp - before.atMs < PAIR_MS ? before.stroke : null
    const command = commandFor(currentCommands(), first, stroke)
    if (!event.repeat) before = command === null ? { stroke, atMs: event.timeStamp } : null
    if (command === null) return
    event.preventDefault()
    if (event.repeat && command.whileHeld !== true) return
    flushSync(command.run)
    enterDialog()
  }
  view.addEventListener('keydown', onKeyDown)
  return () => view.removeEventListener('keydown', onKeyDown)
}

import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Something a person can do, by palette and by key. */
export type Command = {
  readonly id: string
  readonly label: string
  /** Where it stands in the palette and on the sheet of keys. */
  readonly group: string
  /** `n`, `mod+k`, `?`, `space`, or two keys one after the other: `g t`. Letters work anywhere but in text fields. */
  readonly keys?: string
  /** A key that is held runs it again and again; only for what moves about and writes nothing. */
  readonly whileHeld?: boolean
  /** What of the screen has the focus once it was chosen in the palette (a selector), where that comes a moment later. */
  readonly leadsTo?: string
  readonly run: () => void
  readonly isEnabled?: () => boolean
}

type Registry = { readonly lists: ReadonlyMap<symbol, readonly Command[]> }

const registry = createStore<Registry>(() => ({ lists: new Map() }))

/** Adds commands for as long as their screen stands; the returned function takes them away. */
export function registerCommands(commands: readonly Command[]): () => void {
  const key = Symbol('commands')
  registry.setState(({ lists }) => ({ lists: new Map([...lists, [key, commands]]) }))
  return () => registry.setState(({ lists }) => ({ lists: new Map([...lists].filter(([each]) => each !== key)) }))
}

const all = (lists: Registry['lists']): readonly Command[] => [...lists.values()].flat()

/** Every command there is now; later ones (of the screen) win over earlier ones with the same keys. */
export const currentCommands = (): readonly Command[] => all(registry.getState().lists)

/** Renders again when commands come or go. */
export function useCurrentCommands(): readonly Command[] {
  return all(useStore(registry, (state) => state.lists))
}

/** Commands by their group, in the order in which the groups first appear. */
export function byGroup(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  const groups = [...new Set(commands.map((command) => command.group))]
  return groups.map((group) => [group, commands.filter((command) => command.group === group)])
}

type Descriptor = Omit<Command, 'run' | 'isEnabled'>

/**
 * Registers a screen's commands while it is on screen. What they do may change at each render without a new registration:
 * only what describes them is registered, and the rest is looked up when it is needed.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const shape = JSON.stringify(commands.map(({ run, isEnabled, ...descriptor }): Descriptor => descriptor))
  useEffect(() => {
    const find = (id: string): Command | undefined => latest.current.find((each) => each.id === id)
    const registered = (JSON.parse(shape) as readonly Descriptor[]).map((each) => ({
      ...each,
      run: () => find(each.id)?.run(),
      isEnabled: () => find(each.id)?.isEnabled?.() ?? true,
    }))
    return registerCommands(registered)
  }, [shape])
}

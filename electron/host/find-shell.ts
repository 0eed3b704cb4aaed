import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import type { ShellName } from '../../shared/runbook/commands/shell-of-command.ts'

/** A shell of this machine, and how it takes a command. `hasQuotesOfPosix` is false where quotes mean something else to it. */
export type Shell = {
  readonly file: string
  readonly words: (text: string) => readonly string[]
  readonly hasQuotesOfPosix: boolean
}

const isWindows = process.platform === 'win32'

/** The system's own shell needs no looking for: POSIX says where it is, and Windows has one of its own. */
const ownShell = isWindows ? 'cmd.exe' : '/bin/sh'

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** A program by its name, where this process would find it; null when there is none. */
function programNamed(name: string): string | null {
  const file = isWindows ? `${name}.exe` : name
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, file)).find(isProgram) ?? null
}

function fileOf(name: ShellName): string | null {
  if (name === 'sh') return ownShell
  if (name === 'cmd') return isWindows ? ownShell : null
  return programNamed(name)
}

/** The shell of this name, or null when this machine has none. Looked for anew each time: one may have been installed meanwhile. */
export function findShell(name: ShellName): Shell | null {
  const file = fileOf(name)
  if (file === null) return null
  const hasQuotesOfPosix = file !== 'cmd.exe' && name !== 'pwsh' && name !== 'fish'
  if (file === 'cmd.exe') return { file, hasQuotesOfPosix, words: (text) => ['/d', '/s', '/c', text] }
  if (name === 'pwsh')
    return { file, hasQuotesOfPosix, words: (text) => ['-NoProfile', '-NonInteractive', '-Command', text] }
  return { file, hasQuotesOfPosix, words: (text) => ['-c', text] }
}

const everyShell: readonly ShellName[] = ['sh', 'bash', 'zsh', 'fish', 'ksh', 'pwsh', 'cmd']

/** Every shell that this machine has. */
export const shellsHere = (): readonly ShellName[] => everyShell.filter((name) => fileOf(name) !== null)

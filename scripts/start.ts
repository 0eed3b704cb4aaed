import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { defaultDataFolder } from '../electron/host/default-data-folder.ts'
import { hasDisplay } from '../electron/loopback/find-browser.ts'
import { isStale } from './build/freshness.ts'
import { runBuild } from './build/run-build.ts'
import { buildTargets } from './build/targets.ts'
import { fetchElectron, findElectron } from './start/electron-binary.ts'
import { readStartArguments, usage } from './start/start-arguments.ts'

const root = join(import.meta.dirname, '..')

function giveUp(words: string): never {
  console.error(words)
  process.exit(2)
}

/** The Electron program to open the desktop with, or null for the loopback door. */
function chooseElectron(shell: 'desktop' | 'loopback' | null): string | null {
  if (shell === 'loopback') return null
  const displayed = hasDisplay(process.platform, process.env)
  if (!displayed && shell === 'desktop')
    giveUp('The desktop needs a display, and none is set. Start with --shell loopback instead.')
  if (!displayed) return null
  const electron = findElectron(root) ?? fetchElectron(root)
  if (electron === null && shell === 'desktop')
    giveUp('Electron is not here and could not be fetched. Start with --shell loopback instead.')
  if (electron === null) console.error('Electron is not here and could not be fetched; opening in a browser instead.')
  return electron
}

/** Runs a door in this terminal until it closes. Ctrl-C reaches both; the door closes cleanly and its exit code is ours. */
function run(program: string, words: readonly string[]): void {
  const door = spawn(program, words, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => door.kill(signal))
  door.on('error', (error) => giveUp(`Nightdesk could not be started: ${error.message}`))
  door.on('exit', (code) => process.exit(code ?? 1))
}

const given = readStartArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
if (!given.ok) giveUp(given.error)
if (given.value.help) {
  console.log(usage)
  process.exit(0)
}

const electron = chooseElectron(given.value.shell)
const wanted = electron === null ? ['renderer', 'loopback'] : ['renderer', 'desktop main', 'desktop preload']
const stale = buildTargets.filter((target) => wanted.includes(target.name) && isStale(root, target))
if (!(await runBuild(root, stale, console.error))) giveUp('Nightdesk could not be built; the reason is above.')

const data = given.value.data ?? defaultDataFolder(process.platform, process.env, homedir())
const words = ['--data', data, ...given.value.doorWords]
if (electron === null) run(process.execPath, [join(root, 'out/loopback/main.js'), ...words])
else run(electron, [root, ...words])

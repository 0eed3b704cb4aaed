import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { emitPreventable } from './stand-in-contents.ts'

type Closable = { close(): void }

/** The program of one process. Two of them that share `locks` stand for two processes on one machine. */
export class StandInApp extends EventEmitter {
  readonly isPackaged: boolean
  readonly windows = new Set<Closable>()
  exitCode: number | null = null
  sandboxEnabled = false
  userModelId: string | null = null
  readonly #locks: Map<string, StandInApp>
  readonly #paths = new Map<string, string>()
  readonly #ready = new EventEmitter()
  #isReady = false
  #isQuitting = false

  constructor(isPackaged: boolean, locks: Map<string, StandInApp>) {
    super()
    this.isPackaged = isPackaged
    this.#locks = locks
  }

  isReady = (): boolean => this.#isReady

  becomeReady(): void {
    this.#isReady = true
    this.emit('ready')
    this.#ready.emit('ready')
  }

  async whenReady(): Promise<void> {
    if (!this.#isReady) await once(this.#ready, 'ready')
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxEnabled = true
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`)
    this.#paths.set(name, path)
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  getVersion = (): string => '0.0.0'

  /** The lock goes with the profile, as Chromium's does; the holder hears of the second one. */
  requestSingleInstanceLock(): boolean {
    const holder = this.#locks.get(this.getPath('userData'))
    if (holder !== undefined) {
      holder.emit('second-instance', {}, [], '')
      return false
    }
    this.#locks.set(this.getPath('userData'), this)
    return true
  }

  quit(): void {
    if (this.#isQuitting || this.exitCode !== null) return
    if (emitPreventable(this, 'before-quit', {})) return
    this.#isQuitting = true
    for (const window of this.windows) window.close()
    if (this.windows.size > 0) {
      this.#isQuitting = false
      return
    }
    if (emitPreventable(this, 'will-quit', {})) return
    this.exit(0)
  }

  exit(code: number): void {
    this.exitCode = code
    this.emit('quit', {}, code)
  }

  windowClosed(window: Closable): void {
    this.windows.delete(window)
    if (this.windows.size > 0 || this.#isQuitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }
}

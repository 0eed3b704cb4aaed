import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { StandInApp } from './stand-in-app.ts'
import { emitPreventable, StandInContents } from './stand-in-contents.ts'

/** Makes the BrowserWindow class of one program; `made` are all windows it ever made. */
export function createWindowClass(app: StandInApp) {
  return class StandInWindow extends EventEmitter {
    static readonly made: StandInWindow[] = []
    readonly options: BrowserWindowConstructorOptions
    readonly webContents = new StandInContents()
    readonly did: string[] = []
    bounds: Rectangle
    minimized = false
    #maximized = false

    constructor(options: BrowserWindowConstructorOptions) {
      super()
      if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
      this.options = options
      const { x = 0, y = 0, width = 800, height = 600 } = options
      this.bounds = { x, y, width, height }
      StandInWindow.made.push(this)
      app.windows.add(this)
      app.emit('web-contents-created', {}, this.webContents)
    }

    async loadURL(url: string): Promise<void> {
      this.did.push(`load ${url}`)
      this.webContents.mainFrame.url = url
      await Promise.resolve()
      this.emit('ready-to-show')
    }

    show(): void {
      this.did.push('show')
    }

    focus(): void {
      this.did.push('focus')
      app.emit('browser-window-focus', {}, this)
    }

    restore(): void {
      this.did.push('restore')
      this.minimized = false
    }

    maximize(): void {
      this.#maximized = true
    }

    isMinimized = (): boolean => this.minimized
    isMaximized = (): boolean => this.#maximized
    getNormalBounds = (): Rectangle => this.bounds

    close(): void {
      if (emitPreventable(this, 'close', {})) return
      this.webContents.destroy()
      this.emit('closed')
      app.windowClosed(this)
    }
  }
}

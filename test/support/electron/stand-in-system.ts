import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type {
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessageBoxReturnValue,
  NotificationConstructorOptions,
  Rectangle,
} from 'electron'

type SchemeHandler = (request: Request) => Promise<Response>
type Privileged = { readonly isReady: () => boolean }

export function createProtocol(app: Privileged) {
  const handlers = new Map<string, SchemeHandler>()
  const privileged: CustomScheme[] = []
  return {
    privileged,
    registerSchemesAsPrivileged: (schemes: CustomScheme[]): void => {
      if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      privileged.push(...schemes)
    },
    handle: (scheme: string, handler: SchemeHandler): void => {
      if (handlers.has(scheme)) throw new Error('The scheme has been intercepted')
      handlers.set(scheme, handler)
    },
    /** What the page's own request for an address gets. */
    answer: (address: string): Promise<Response> => {
      const handler = handlers.get(new URL(address).protocol.slice(0, -1))
      return handler === undefined ? Promise.resolve(Response.error()) : handler(new Request(address))
    },
  }
}

/** Questions are answered from `answers`; when none is left, as Escape does. */
export function createDialog() {
  const asked: MessageBoxOptions[] = []
  const answers: number[] = []
  const errors: string[] = []
  return {
    asked,
    answers,
    errors,
    showMessageBox: async (...args: readonly unknown[]): Promise<MessageBoxReturnValue> => {
      const options = args.at(-1) as MessageBoxOptions
      asked.push(options)
      return { response: answers.shift() ?? options.cancelId ?? 0, checkboxChecked: false }
    },
    showErrorBox: (title: string, content: string): void => {
      errors.push(`${title}: ${content}`)
    },
  }
}

export function createNotificationClass() {
  return class StandInNotification extends EventEmitter {
    static readonly made: StandInNotification[] = []
    static supported = true
    /** What the system does with the next ones. */
    static fate: 'shown' | 'failed' | 'silent' = 'shown'
    static isSupported = (): boolean => StandInNotification.supported
    readonly options: NotificationConstructorOptions

    constructor(options: NotificationConstructorOptions) {
      super()
      this.options = options
      StandInNotification.made.push(this)
    }

    show(): void {
      if (StandInNotification.fate === 'shown') this.emit('show', {})
      if (StandInNotification.fate === 'failed') this.emit('failed', {}, 'notifications are off')
    }
  }
}

export function createTrayClass() {
  return class StandInTray extends EventEmitter {
    static readonly made: StandInTray[] = []
    toolTip = ''
    title = ''
    menu: { readonly template: readonly MenuItemConstructorOptions[] } | null = null
    draws = 0

    constructor(image: string) {
      super()
      if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`)
      StandInTray.made.push(this)
    }

    setToolTip(toolTip: string): void {
      this.toolTip = toolTip
      this.draws += 1
    }
    setTitle(title: string): void {
      this.title = title
    }
    setContextMenu(menu: NonNullable<typeof this.menu>): void {
      this.menu = menu
    }
  }
}

export function createMenu() {
  const applied: (readonly MenuItemConstructorOptions[])[] = []
  const popped: (readonly MenuItemConstructorOptions[])[] = []
  return {
    applied,
    popped,
    buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => ({
      template,
      popup: () => popped.push(template),
    }),
    setApplicationMenu: (menu: { readonly template: readonly MenuItemConstructorOptions[] }): void => {
      applied.push(menu.template)
    },
  }
}

export function createScreen(app: Privileged, workAreas: readonly Rectangle[]) {
  const displays = () => {
    if (!app.isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return workAreas.map((workArea) => ({ workArea }))
  }
  return { getAllDisplays: displays, getPrimaryDisplay: () => displays()[0] }
}

import { join } from 'node:path'
import process from 'node:process'
import { _electron, type ElectronApplication, test } from '@playwright/test'
import { findElectron } from '../../scripts/start/electron-binary.ts'
import type { Wire } from '../../shared/contract/client.ts'
import type { OpenNightdesk } from './nightdesk.ts'
import { type TroubleWatch, watchForTrouble } from './trouble.ts'

const root = join(import.meta.dirname, '../..')
const origin = 'app://nightdesk'

/** The Electron program to test with, or null. */
export const electronProgram = (): string | null => findElectron(root)

type DesktopOptions = { readonly dataFolder: string; readonly workspaceFolder: string }

async function launch(executablePath: string, { dataFolder, workspaceFolder }: DesktopOptions) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...sandbox, root, '--data', dataFolder, '--workspace', workspaceFolder]
  const app = await _electron.launch({ executablePath, args })
  const page = await app.firstWindow()
  const watch = watchForTrouble(app.context())
  watch.allowOrigin(origin)
  return { app, page, watch }
}

/** A test that needs what only the loopback door has is not run on the desktop, and says why. */
async function notOnDesktop(what: string): Promise<never> {
  test.skip(true, `NOT RUN: the desktop has no ${what}`)
  throw new Error('skipped')
}

/** Starts the built desktop in Electron. It runs on the system's clock. */
export async function openDesktopNightdesk(executablePath: string, options: DesktopOptions): Promise<OpenNightdesk> {
  let app: ElectronApplication | null = null
  const watches: TroubleWatch[] = []
  const start = async () => {
    const launched = await launch(executablePath, options)
    app = launched.app
    watches.push(launched.watch)
    return launched.page
  }
  const close = async () => {
    const code = new Promise<number | null>((resolve) => {
      if (app === null) resolve(null)
      else app.process().once('exit', resolve)
    })
    await app?.close()
    app = null
    return code
  }
  let page = await start()
  return {
    nightdesk: {
      get page() {
        return page
      },
      dataFolder: options.dataFolder,
      origin: () => origin,
      advance: () => notOnDesktop('test clock'),
      sleep: () => notOnDesktop('test clock'),
      setClock: () => notOnDesktop('test clock'),
      call: (name, input) =>
        page.evaluate(async ([callName, value]) => (Reflect.get(window, 'nightdesk') as Wire).send(callName, value), [
          name,
          input,
        ] as const) as never,
      openSecondWindow: () => notOnDesktop('second window'),
      openSecondNightdesk: () => notOnDesktop('second Nightdesk on one data folder'),
      processId: () => app?.process().pid ?? Number.NaN,
      kill: async () => {
        app?.process().kill('SIGKILL')
        app = null
      },
      restart: async (how = {}) => {
        if (how.after !== undefined) await notOnDesktop('test clock')
        await close()
        page = await start()
      },
      allowTrouble: (pattern) => {
        for (const watch of watches) watch.allow(pattern)
      },
    },
    troubles: () => watches.flatMap((watch) => watch.found()),
    close,
    said: () => '',
  }
}

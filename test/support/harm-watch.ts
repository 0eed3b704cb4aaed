import type { BrowserContext } from '@playwright/test'
import { flag } from './hostile-corpus.ts'

/** What must stay empty: each line is something that hostile text made the window do. */
export type Harm = { readonly found: () => readonly string[] }

/** Watches every window of a context for scripts that ran, navigations, dialogs, downloads and refused loads. */
export async function watchForHarm(context: BrowserContext): Promise<Harm> {
  const harm: string[] = []
  await context.exposeBinding('reportHarm', (_source, what: string) => harm.push(what))
  await context.addInitScript((name) => {
    const report = (what: string) => (Reflect.get(window, 'reportHarm') as (what: string) => void)(what)
    Object.defineProperty(window, name, { configurable: true, set: () => report('a script ran') })
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber }) =>
        report(
          `refused by the policy: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}:${columnNumber}`,
        ),
    )
    if (Object.hasOwn(Object.prototype, 'polluted')) report('a prototype was polluted')
  }, flag)
  context.on('page', (page) => {
    page.on('popup', (popup) => harm.push(`a window was opened: ${popup.url()}`))
    page.on('dialog', (dialog) => harm.push(`a dialog opened: ${dialog.message()}`))
    page.on('download', (download) => harm.push(`a download began: ${download.url()}`))
    page.on('frameattached', () => harm.push('a frame was attached'))
    page.on('framenavigated', (frame) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:\d+\/|about:blank$)/.test(frame.url())) harm.push(`it went to ${frame.url()}`)
    })
  })
  return { found: () => harm }
}

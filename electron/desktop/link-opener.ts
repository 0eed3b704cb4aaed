import type { Dialog, MessageBoxOptions, Shell } from 'electron'
import { fail, ok, type Result } from '../../shared/kit/result.ts'

type LinkOpenerOptions = {
  readonly shell: Pick<Shell, 'openExternal'>
  /** Asks over the window when there is one. */
  readonly ask: (options: MessageBoxOptions) => ReturnType<Dialog['showMessageBox']>
}

type Question = { readonly message: string; readonly button: string }

const maxLength = 2_048
const phoneNumber = /^tel:\+?[0-9().*;=a-z-]+$/i
/** Fields that only fill in a draft. Some mail programs also take `attach`, which would send a local file. */
const mailFields: ReadonlySet<string> = new Set(['subject', 'body', 'cc'])

/** What to ask before a link is followed; null when Nightdesk does not follow it at all. */
function questionFor(url: URL): Question | null {
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      if (url.username !== '' || url.password !== '') return null
      return { message: `Open ${url.host} in your browser?`, button: 'Open' }
    case 'mailto:':
      if (![...url.searchParams.keys()].every((field) => mailFields.has(field.toLowerCase()))) return null
      return { message: 'Write an e-mail in your mail program?', button: 'Write' }
    case 'tel:':
      return phoneNumber.test(url.href) ? { message: 'Call this number?', button: 'Call' } : null
    default:
      return null
  }
}

/**
 * Follows a link from a runbook or a note (R7): http, https, mailto and tel only, and only after a native question that shows the
 * whole address as it will be opened. Answers whether it was opened: a no is no failure.
 */
export function createLinkOpener({ shell, ask }: LinkOpenerOptions): (link: string) => Promise<Result<boolean>> {
  return async (link) => {
    if (link.length > maxLength || !URL.canParse(link)) return fail('Nightdesk does not open such links.')
    const url = new URL(link)
    const question = questionFor(url)
    if (question === null) return fail('Nightdesk does not open such links.')
    const { response } = await ask({
      type: 'question',
      title: 'Nightdesk',
      message: question.message,
      detail: url.href,
      buttons: [question.button, 'Cancel'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (response !== 0) return ok(false)
    try {
      await shell.openExternal(url.href)
      return ok(true)
    } catch {
      return fail('This machine has no program for it.')
    }
  }
}

import { NOT_TO_BE_RUN } from '../../shared/runbook/forbidden-code.ts'
import { element, elements } from './element.ts'

const SAID_MS = 2_000

/** The way of browsers that give a page from a file no clipboard. */
function copySelected(text: string): boolean {
  const field = element('textarea', { class: 'visually-hidden', 'aria-hidden': 'true', readonly: '' })
  field.value = text
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

/** Gives the blocks of code in a text their copy buttons, when the text is first shown; what is not to be run says so instead. */
export function addCopyButtons(view: Element): void {
  for (const code of elements('.text pre', view)) {
    if (code.parentElement?.classList.contains('command')) continue
    const frame = element('div', { class: 'command' })
    code.replaceWith(frame)
    const isForbidden = code.matches('[data-forbidden]') || code.querySelector('[data-forbidden]') !== null
    frame.append(
      code,
      isForbidden
        ? element('span', { class: 'forbidden' }, NOT_TO_BE_RUN)
        : element('button', { type: 'button', class: 'copy' }, 'Copy'),
    )
  }
}

/** One listener for all copy buttons; the button itself says how it went. */
export function startCopyButtons(): void {
  document.body.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest('.copy') : null
    const code = button?.parentElement?.querySelector('pre')
    if (!button || !code) return
    const copied = await copy((code.textContent ?? '').replace(/\n$/, ''))
    button.textContent = copied ? 'Copied' : 'Not copied'
    setTimeout(() => {
      button.textContent = 'Copy'
    }, SAID_MS)
  })
}

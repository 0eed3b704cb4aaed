import { type RefObject, useEffect, useRef } from 'react'
import { isForbiddenCode, NOT_TO_BE_RUN } from '../../shared/runbook/forbidden-code.ts'
import type { ForbiddenCode } from '../../shared/runbook/runbook.ts'
import { useDeskStore } from '../state/store-context.tsx'
import styles from './markdown-view.module.css'

const asItIs = (code: string): string => code
const none: readonly ForbiddenCode[] = []

/** The line of the file on which rendered code begins, where the rendering says it. */
function lineOf(block: Element): number | null {
  const line = (block.querySelector('[data-line]') ?? block).getAttribute('data-line')
  return line === null ? null : Number(line)
}

/**
 * Puts a button on every block of code in a rendered text that copies it, as `fill` completes it, but on what the reader knows as `forbidden`: a label says so. The text is HTML of which React knows nothing, so
 * the buttons are put there afterwards; `fill` and `forbidden` must stay the same from one rendering to the next.
 */
export function useCopyButtons(
  view: RefObject<Element | null>,
  text: string,
  { fill = asItIs, forbidden = none }: { fill?: (code: string) => string; forbidden?: readonly ForbiddenCode[] } = {},
): void {
  const { announce, showRefusal } = useDeskStore()
  const inFocus = useRef<Element | null>(null)
  useEffect(() => {
    const copy = (code: string): Promise<void> =>
      navigator.clipboard.writeText(fill(code)).then(
        () => announce('Copied'),
        () => showRefusal('The text could not be copied. Select it and copy it by hand.'),
      )
    const buttonFor = (code: string): HTMLElement => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = 'Copy'
      button.className = styles.copy ?? ''
      button.addEventListener('click', () => void copy(code))
      return button
    }
    const label = (): HTMLElement => {
      const words = document.createElement('span')
      words.textContent = NOT_TO_BE_RUN
      words.className = styles.forbidden ?? ''
      return words
    }
    const blocks = text === '' ? [] : [...(view.current?.querySelectorAll('pre') ?? [])]
    const added = blocks.map((block) => {
      const code = block.textContent.replace(/\n$/, '')
      const corner = isForbiddenCode(forbidden, code, lineOf(block)) ? label() : buttonFor(code)
      block.append(corner)
      if (block === inFocus.current) corner.focus({ preventScroll: true })
      return corner
    })
    return () => {
      inFocus.current = added.find((corner) => corner === document.activeElement)?.parentElement ?? null
      for (const corner of added) corner.remove()
    }
  }, [view, text, fill, forbidden, announce, showRefusal])
}

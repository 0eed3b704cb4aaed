import { type RefObject, useEffect } from 'react'
import { useDeskStore } from '../state/store-context.tsx'
import styles from './markdown-view.module.css'

const asItIs = (code: string): string => code

/**
 * Puts a button on every block of code in a rendered text that copies it, as `fill` completes it. The text is HTML of which React knows nothing, so
 * the buttons are put there afterwards; `fill` must stay the same function from one rendering to the next.
 */
export function useCopyButtons(view: RefObject<Element | null>, text: string, fill = asItIs): void {
  const { announce, showRefusal } = useDeskStore()
  useEffect(() => {
    const copy = (code: string): Promise<void> =>
      navigator.clipboard.writeText(fill(code)).then(
        () => announce('Copied'),
        () => showRefusal('The text could not be copied. Select it and copy it by hand.'),
      )
    const blocks = text === '' ? [] : [...(view.current?.querySelectorAll('pre') ?? [])]
    const buttons = blocks.map((block) => {
      const code = block.textContent.replace(/\n$/, '')
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = 'Copy'
      button.className = styles.copy ?? ''
      button.addEventListener('click', () => void copy(code))
      block.append(button)
      return button
    })
    return () => {
      for (const button of buttons) button.remove()
    }
  }, [view, text, fill, announce, showRefusal])
}

import { type RefObject, useEffect } from 'react'
import { useDeskStore } from '../../state/store-context.tsx'
import styles from './reader.module.css'

/** Puts a button on every block of code that copies it. The blocks are rendered text, so the buttons are put there afterwards. */
export function useCopyButtons(view: RefObject<Element | null>, text: string): void {
  const { announce, showRefusal } = useDeskStore()
  useEffect(() => {
    const copy = (code: string): Promise<void> =>
      navigator.clipboard.writeText(code).then(
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
  }, [view, text, announce, showRefusal])
}

import { useDeskStore } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import styles from './settings.module.css'

/** A path or a command, to be read whole and copied. */
export function Copyable({ text, what }: { readonly text: string; readonly what: string }) {
  const store = useDeskStore()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      store.announce('Copied')
    } catch {
      store.showRefusal('It could not be copied. Select it and copy it by hand.')
    }
  }
  return (
    <div className={styles.copyable}>
      <code>{text}</code>
      <ActionButton size="small" aria-label={`Copy ${what}`} onClick={() => void copy()}>
        Copy
      </ActionButton>
    </div>
  )
}

import styles from './keys.module.css'

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

const words: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  space: 'Space',
  enter: 'Enter',
  shift: 'Shift',
  escape: 'Esc',
}

/** Keys as they are printed on the keyboard: `mod+k` is Ctrl K, `g t` is G T. */
export function Keys({ keys, isDecorative }: { readonly keys: string; readonly isDecorative?: boolean }) {
  const parts = keys.split(/[+ ]/)
  return (
    <span className={styles.keys} aria-hidden={isDecorative}>
      {parts.map((part) => (
        <kbd key={part} className={styles.key}>
          {words[part] ?? part.toUpperCase()}
        </kbd>
      ))}
    </span>
  )
}

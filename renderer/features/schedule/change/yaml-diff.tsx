import { classNames } from '../../../ui/class-names.ts'
import styles from './change.module.css'

type Line = { readonly key: string; readonly text: string; readonly kind: 'added' | 'removed' | 'place' | 'kept' }

/** The lines of a unified diff that say something; its head only repeats the file's name. */
function linesOf(diff: string): readonly Line[] {
  const body = diff.split('\n').filter((line) => !/^(?:Index:|=+$|--- |\+\+\+ |\\ No newline)/.test(line))
  return body.slice(0, body.at(-1) === '' ? -1 : undefined).map((text, at): Line => {
    const kind = text.startsWith('@@')
      ? 'place'
      : text.startsWith('+')
        ? 'added'
        : text.startsWith('-')
          ? 'removed'
          : 'kept'
    return { key: `${at}`, text, kind }
  })
}

/** What changes in the file, line by line; signs say it as well as colours. */
export function YamlDiff({ diff }: { readonly diff: string }) {
  const lines = linesOf(diff)
  if (lines.length === 0) return <p className="dim">The file stays as it is.</p>
  return (
    // A box that scrolls has to be reached by the keyboard.
    <section className={styles.diff} aria-label="Changes in team.yaml" {...{ tabIndex: 0 }}>
      {lines.map(({ key, text, kind }) => (
        <code
          key={key}
          className={classNames(
            styles.line,
            kind === 'added' && styles.added,
            kind === 'removed' && styles.removed,
            kind === 'place' && styles.place,
          )}
        >
          {text === '' ? ' ' : text}
        </code>
      ))}
    </section>
  )
}

import styles from './runbook.module.css'
import { ScrollBox } from './scroll-box.tsx'

const unseen = /([\p{Cc}\p{Cf}\u2028\u2029])/u
const isPlain = (piece: string): boolean => piece === '\n' || piece === '\t' || !unseen.test(piece)

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** A text cut at what nobody can see: controls, invisible characters, those that turn the direction of what follows. */
export const seenPieces = (text: string): readonly { readonly text: string; readonly isUnseen: boolean }[] =>
  text
    .split(unseen)
    .filter((piece) => piece !== '')
    .map((piece) => (isPlain(piece) ? { text: piece, isUnseen: false } : { text: codeOf(piece), isUnseen: true }))

const SHORT_LINES = 12

/** What would run, to the last character, also those that hide or that stand below the fold. */
export function ExactCommand({ text }: { readonly text: string }) {
  const pieces = seenPieces(text)
  const lines = text.split('\n').length
  let offset = 0
  return (
    <>
      <ScrollBox className={styles.exactly} label="The command, exactly">
        <pre>
          {pieces.map((piece) => {
            offset += piece.text.length
            return piece.isUnseen ? (
              <mark key={offset} className={styles.unseen}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            )
          })}
        </pre>
      </ScrollBox>
      {lines > SHORT_LINES ? <p className="dim">{lines} lines. Scroll to the last one before you run it.</p> : null}
      {pieces.some(({ isUnseen }) => isUnseen) ? (
        <p className={styles.over}>
          It holds characters that cannot be seen. They stand above as [U+…]; a plain command has none.
        </p>
      ) : null}
    </>
  )
}

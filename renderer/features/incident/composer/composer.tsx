import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { useCommands } from '../../../state/commands.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Keys } from '../../../ui/keys.tsx'
import { useWayBack } from '../../../ui/use-way-back.ts'
import { useShowPart } from '../shown-part.ts'
import { CommandMenu, optionId } from './command-menu.tsx'
import styles from './composer.module.css'
import { slashCommands } from './slash-commands.ts'
import { isLog } from './use-attach.ts'
import { type ComposerState, useComposer } from './use-composer.ts'

const hinted = ['ruled-out', 'decision', 'status', 'call', 'at'] as const

/** Keys of the text field: Enter logs, Shift and Enter breaks the line, arrows and Tab work the menu, Escape closes it and then leaves. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, composer: ComposerState, leave: () => void): void {
  if (event.nativeEvent.isComposing) return
  const command = composer.offered[composer.chosen]
  if (event.key === 'Escape') {
    if (command === undefined) leave()
    else composer.closeMenu()
  } else if (command !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault()
    composer.choose(event.key === 'ArrowDown' ? 1 : -1)
  } else if (command !== undefined && (event.key === 'Enter' || event.key === 'Tab') && composer.text !== '/star') {
    event.preventDefault()
    composer.pick(command)
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    void composer.submit()
  }
}

function Hints({ composer, onUse }: { readonly composer: ComposerState; readonly onUse: (text: string) => void }) {
  const { problem, attaching, text, isWaiting } = composer
  if (problem !== null) {
    return (
      <div className={styles.hints} role="alert">
        <span className={styles.problem}>{problem}</span>
      </div>
    )
  }
  if (attaching.busy !== null) {
    return (
      <div className={styles.hints} role="status">
        {attaching.busy}
      </div>
    )
  }
  if (isWaiting) {
    return (
      <div className={styles.hints}>
        <span className={styles.problem}>Not saved yet, and kept. Enter tries again.</span>
      </div>
    )
  }
  return (
    <div className={styles.hints}>
      {text === ''
        ? hinted.map((name) => (
            <button key={name} type="button" className={styles.hint} onClick={() => onUse(`/${name} `)}>
              /{name}
            </button>
          ))
        : 'Enter logs it, Shift and Enter breaks the line'}
    </div>
  )
}

/** Takes files, and pasted text that is a log; anything shorter is typed as usual. */
function useTake({ attaching, paste }: ComposerState): (event: ClipboardEvent | DragEvent, from: DataTransfer) => void {
  return (event, from) => {
    const text = from.getData('text/plain')
    const files = [...from.files]
    if (files.length === 0 && !isLog(text)) return
    event.preventDefault()
    void (files.length > 0 ? attaching.attach(files) : paste(text))
  }
}

/** The hidden chooser behind /evidence and the palette. */
function FilePicker(props: { readonly field: RefObject<HTMLInputElement | null>; readonly composer: ComposerState }) {
  return (
    <input
      ref={props.field}
      type="file"
      multiple
      hidden
      onChange={(event) => {
        void props.composer.attaching.attach([...(event.currentTarget.files ?? [])])
        event.currentTarget.value = ''
      }}
    />
  )
}

/** Adds to the timeline: words, commands, pictures, logs. What is typed is never lost. */
export function Composer() {
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const menu = useId()
  const [isOver, setOver] = useState(false)
  const { remember, goBack } = useWayBack()
  const composer = useComposer(() => picker.current?.click())
  const readOnly = useSelected(selectReadOnly)
  const { text, offered, chosen } = composer
  const showPart = useShowPart()
  const enter = (): void => {
    showPart('timeline')
    field.current?.focus()
  }
  const use = (next: string): void => {
    composer.type(next)
    enter()
  }
  useCommands([
    { id: 'entry.focus', label: 'Add to timeline', group: 'Timeline', keys: 'n', run: enter },
    { id: 'entry.file', label: 'Attach a file as evidence', group: 'Timeline', run: () => picker.current?.click() },
    ...slashCommands.map(({ name, help }) => ({
      id: `slash.${name}`,
      label: `/${name}: ${help}`,
      group: 'Timeline',
      run: () => use(`/${name} `),
    })),
  ])
  const take = useTake(composer)
  const option = offered[chosen]
  return (
    <div className={styles.composer} data-off-paper="">
      {offered.length === 0 ? null : (
        <CommandMenu id={menu} commands={offered} chosen={chosen} onPick={composer.pick} />
      )}
      <div className={classNames(styles.box, isOver && styles.over)}>
        <textarea
          ref={field}
          className={styles.text}
          rows={1}
          aria-label="Add to timeline"
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? menu : undefined}
          aria-activedescendant={option === undefined ? undefined : optionId(menu, option.name)}
          placeholder={readOnly ?? 'Add to timeline. Enter logs it, / for commands, paste a screenshot or a log'}
          value={text}
          disabled={readOnly !== null}
          onChange={(event) => composer.type(event.currentTarget.value)}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event, event.dataTransfer)
          }}
          onFocus={remember}
          onKeyDown={(event) => onKey(event, composer, goBack)}
          onPaste={(event) => take(event, event.clipboardData)}
        />
        <Keys keys="n" isDecorative />
      </div>
      <FilePicker field={picker} composer={composer} />
      <Hints composer={composer} onUse={use} />
    </div>
  )
}

import { Modal } from '@mantine/core'
import { type ComponentType, createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { HandoffForm } from '../handoff/handoff-form.tsx'
import { ImpactForm } from './impact-form.tsx'
import { PromiseForm } from './promise-form.tsx'
import { RenameForm } from './rename-form.tsx'
import { StatusForm } from './status-form.tsx'

/** Something about the incident that takes more than a word to state. */
export type Form = 'rename' | 'impact' | 'promise' | 'status' | 'handoff'

type Shown = {
  readonly title: string
  readonly size: 'md' | 'lg'
  readonly Body: ComponentType<{ readonly onDone: () => void }>
}

const forms: Readonly<Record<Form, Shown>> = {
  rename: { title: 'Rename the incident', size: 'md', Body: RenameForm },
  impact: { title: 'When the impact began', size: 'md', Body: ImpactForm },
  promise: { title: 'Promise the next update', size: 'md', Body: PromiseForm },
  status: { title: 'Status update', size: 'lg', Body: StatusForm },
  handoff: { title: 'Hand over', size: 'lg', Body: HandoffForm },
}

const FormsContext = createContext<(form: Form) => void>(() => undefined)

/** Opens one of the incident's forms. */
export const useBeginForm = (): ((form: Form) => void) => useContext(FormsContext)

/** The incident's forms, one at a time, wherever their buttons stand. Each starts afresh from the state when it opens. */
export function FormsProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<{ readonly form: Form } | null>(null)
  const last = useRef<Form>('rename')
  if (opened !== null) last.current = opened.form
  const { title, size, Body } = forms[last.current]
  const begin = useCallback((form: Form) => setOpened({ form }), [])
  // A form whose save ends late, after it was left, must not close the one that was opened since.
  const finish = (): void => setOpened((now) => (now === opened ? null : now))
  return (
    <FormsContext value={begin}>
      {children}
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={title} size={size}>
        <Body onDone={finish} />
      </Modal>
    </FormsContext>
  )
}

import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'

/** What a dialog asks about a step. */
export type StepQuestion = { readonly about: 'skip' | 'note' | 'stuck'; readonly item: ChecklistItem }

const questions = {
  skip: { title: 'Skip this step', label: 'Why is it skipped?', confirmLabel: 'Skip step' },
  note: { title: 'Note on this step', label: 'Note', confirmLabel: 'Add note' },
  stuck: { title: 'Stuck at this step', label: 'What have you tried, and what is in the way?', confirmLabel: 'Log it' },
} as const

/** Asks for the words that a fact about a step needs. */
export function StepDialog(props: {
  readonly question: StepQuestion | null
  readonly onAnswer: (words: string) => Promise<string | null>
  readonly onClose: () => void
}) {
  const { question } = props
  const words = questions[question?.about ?? 'note']
  return (
    <ReasonDialog
      opened={question !== null}
      {...words}
      draftKey={`step.${question?.item.step.id ?? ''}.${question?.about ?? ''}`}
      onSubmit={props.onAnswer}
      onClose={props.onClose}
    >
      <p className="dim">{question?.item.step.text}</p>
    </ReasonDialog>
  )
}

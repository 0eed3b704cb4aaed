import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'

/** What a dialog asks about a step. */
export type StepQuestion = { readonly about: 'skip' | 'note' | 'stuck'; readonly item: ChecklistItem }

const questions = {
  skip: { title: 'Skip this step', label: 'Why is it skipped?', confirmLabel: 'Skip step' },
  note: { title: 'Note on this step', label: 'Note', confirmLabel: 'Add note' },
  stuck: { title: 'Stuck at this step', label: 'What have you tried, and what is in the way?', confirmLabel: 'Log it' },
} as const

/** The question, and what the answer takes along: "with its 3 sub-steps". */
function wordsFor({ about }: Pick<StepQuestion, 'about'>, along: string) {
  const words = questions[about]
  if (about !== 'skip' || along === '') return words
  return { title: `${words.title} ${along}`, label: 'Why are they skipped?', confirmLabel: `Skip ${along}` }
}

/** Asks for the words that a fact about a step needs. */
export function StepDialog(props: {
  readonly question: StepQuestion | null
  /** What is skipped with the step, in words; empty when nothing is. */
  readonly along?: string
  /** What somebody else did with the step meanwhile. */
  readonly overtaken?: string | null
  /** Not where the focus goes on by itself in what opened it. */
  readonly returnFocus?: boolean
  readonly onAnswer: (words: string) => Promise<string | null>
  readonly onClose: () => void
}) {
  const { question } = props
  const words = wordsFor(question ?? { about: 'note' }, props.along ?? '')
  return (
    <ReasonDialog
      opened={question !== null}
      {...words}
      draftKey={`step.${question?.item.step.id ?? ''}.${question?.about ?? ''}`}
      returnFocus={props.returnFocus ?? true}
      onSubmit={props.onAnswer}
      onClose={props.onClose}
    >
      <p className="dim">{question?.item.step.text}</p>
      {props.overtaken ? <p role="status">{props.overtaken}</p> : null}
    </ReasonDialog>
  )
}

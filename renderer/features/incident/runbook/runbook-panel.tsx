import { useRef, useState } from 'react'
import { isOpenStep, parsedPin } from '../../../../shared/incident/checklist.ts'
import { runStanding } from '../../../../shared/incident/run-standing.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { groupHeadings } from '../../../../shared/runbook/steps/step-groups.ts'
import { useCommands } from '../../../state/commands.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type DialogFocus, useFocusGoesOn } from '../../../ui/use-focus-goes-on.ts'
import { useKeptPlace } from '../../../ui/use-kept-place.ts'
import { usePrinting } from '../../../ui/use-printing.ts'
import { SeenBefore } from '../seen-before/seen-before.tsx'
import { useChecklist, useCurrentStep, useNextAction } from '../use-next-action.ts'
import { CommandRunsProvider } from './command-runs-context.tsx'
import { FollowedTitle, WhyThisOne } from './followed-runbook.tsx'
import { FurtherText } from './further-text.tsx'
import { type LeftPlace, placeFor, useKeptScroll, useLeftPlace } from './left-place.ts'
import { PinnedNote } from './pinned-note.tsx'
import { RunWithoutSteps } from './run-without-steps.tsx'
import styles from './runbook.module.css'
import { RunbookChooser } from './runbook-chooser.tsx'
import { ScenarioPicker } from './scenario-picker.tsx'
import { StepDialog } from './step-dialog.tsx'
import { StepRow } from './step-row.tsx'
import { RunsElsewhere } from './step-runs.tsx'
import { useCurrentInView } from './use-current-in-view.ts'
import { useSteps } from './use-steps.ts'
import { useTimeBoxes } from './use-time-boxes.ts'
import { peopleIn } from './what-was-done.tsx'
import { WrittenRunbook } from './written-runbook.tsx'

/** What only a text stands in must be reachable by keyboard, or its end cannot be read without a mouse. */
const reachable = { tabIndex: 0, role: 'group', 'aria-label': 'Text of the runbook' } as const
const holdsFocus = { tabIndex: -1 } as const

/** The button that Space stands for: once a note is logged the next Space is meant for it. */
const DONE = '[aria-keyshortcuts=Space]'

/** Where the focus goes on in the runbook: the next action, the step it is at, what a runbook is found by, the list as a whole. */
const goesOnTo = ['[data-focus-next]', '[aria-current=step]', '[type=search]', '[data-row]', '[data-list]'] as const

/** A text without a single step stays where it is read when its file changes; steps are read anew. */
function keyOf(run: RunbookRun): string {
  const { steps, scenarios } = parsedPin(run)
  return [steps, ...scenarios.map((each) => each.steps)].some(({ length }) => length > 0) ? run.sha256 : run.path
}

function Run(props: {
  readonly run: RunbookRun
  readonly left: LeftPlace
  readonly onOthers: () => void
  readonly focus: DialogFocus
}) {
  const { run, onOthers, focus } = props
  const boxes = useTimeBoxes()
  const left = placeFor(props.left.current, run, useCurrentStep()?.step.id)
  const steps = useSteps(boxes, focus.hold, left?.selected ?? null)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const { items, current, selected } = steps
  const action = useNextAction()
  const part = useRef<HTMLDivElement>(null)
  const isPrinting = usePrinting()
  const finished = items.filter((item) => !isOpenStep(item)).length
  useKeptPlace(part)
  useCurrentInView(part, left === null && runStanding(run, items).is === 'at')
  useKeptScroll(part, left, {
    shown: 'steps',
    sha256: run.sha256,
    current: current?.step.id,
    selected: selected === current ? null : (selected?.step.id ?? null),
  })
  const answer = async (words: string): Promise<string | null> => {
    const refused = await steps.answer(words)
    if (refused === null && steps.question?.about !== 'skip') focus.moveInRow(DONE)
    return refused
  }
  const isShared = peopleIn(items).size > 1
  const headings = groupHeadings(
    items.map(({ step }) => step),
    run.scenario?.title ?? run.title,
  )
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${items.length === 0 ? 0 : (finished / items.length) * 100}%` }} />
      </div>
      <div ref={part} data-list="" className={styles.scroll} {...(items.length === 0 ? reachable : holdsFocus)}>
        <ScenarioPicker run={run} />
        {items.length === 0 ? (
          <RunWithoutSteps run={run} box={part} onOthers={onOthers} />
        ) : (
          <>
            <ol aria-label="Steps">
              {items.map((item, index) => (
                <StepRow
                  key={item.step.id}
                  item={item}
                  items={items}
                  heading={headings[index] ?? null}
                  isCurrent={item === current}
                  isNext={action.do === 'step' && action.item.step.id === item.step.id}
                  isSelected={item === selected}
                  isOpened={item === current || item === selected || isPrinting}
                  isShared={isShared}
                  timeBox={boxes.find((box) => box.item.step.id === item.step.id) ?? null}
                  isReadOnly={isReadOnly}
                  actions={steps.actions}
                />
              ))}
            </ol>
            <FurtherText run={run} />
          </>
        )}
      </div>
      <PinnedNote run={run} />
      <StepDialog
        returnFocus={false}
        question={steps.question}
        along={steps.along}
        overtaken={steps.overtaken}
        onAnswer={answer}
        onClose={steps.closeQuestion}
      />
    </>
  )
}

function useProgressWords(): string {
  const items = useChecklist()
  if (items.length === 0) return ''
  const done = items.filter((item) => !isOpenStep(item)).length
  return `${done} of ${items.length}`
}

/** The runbook as a checklist, at the version that the run has pinned. */
export function RunbookPanel() {
  const { run } = useOpenIncident().state
  const left = useLeftPlace()
  const [shown, setShown] = useState<'steps' | 'text' | 'others'>(left.current?.shown ?? 'steps')
  const words = useProgressWords()
  const panel = useRef<HTMLElement>(null)
  const focus = useFocusGoesOn(panel, goesOnTo)
  const isPrinting = usePrinting()
  const backToSteps = (): void => setShown('steps')
  const toggleText = (): void => setShown(shown === 'text' ? 'steps' : 'text')
  useCommands([
    {
      id: 'runbook.text',
      label: shown === 'text' ? 'Back to the steps' : 'Read the runbook as written',
      group: 'Runbook',
      keys: 'v',
      run: toggleText,
      isEnabled: () => run !== null,
    },
    {
      id: 'runbook.others',
      label: 'Other runbook: find and follow another one',
      group: 'Runbook',
      run: () => setShown('others'),
      leadsTo: '[data-chooser] :is([type=search], [data-row])',
      isEnabled: () => run !== null && shown === 'steps',
    },
    {
      id: 'runbook.back',
      label: 'Back to the runbook that is followed',
      group: 'Runbook',
      keys: 'escape',
      run: backToSteps,
      isEnabled: () => run !== null && shown === 'others',
    },
  ])
  const tools =
    shown === 'steps' ? (
      <>
        <ActionButton size="small" tone="quiet" onClick={toggleText}>
          Text
        </ActionButton>
        <ActionButton size="small" tone="quiet" onClick={() => setShown('others')}>
          Other runbook
        </ActionButton>
      </>
    ) : (
      <ActionButton key="back" size="small" tone="quiet" onClick={backToSteps}>
        Back to the steps
      </ActionButton>
    )
  return (
    <Panel
      ref={panel}
      name="Runbook"
      title={run === null ? 'Runbook' : <FollowedTitle run={run} />}
      flush
      {...(run === null ? {} : { tools, under: <WhyThisOne run={run} progress={words} /> })}
    >
      <SeenBefore />
      <CommandRunsProvider>
        <RunsElsewhere areStepsShown={shown === 'steps'} />
        {run === null || shown === 'others' ? <RunbookChooser onChosen={backToSteps} /> : null}
        {run !== null && (shown === 'steps' || (shown === 'others' && isPrinting)) ? (
          <Run key={keyOf(run)} run={run} left={left} onOthers={() => setShown('others')} focus={focus} />
        ) : null}
        {run !== null && shown === 'text' ? <WrittenRunbook key={run.path} run={run} left={left} /> : null}
      </CommandRunsProvider>
    </Panel>
  )
}

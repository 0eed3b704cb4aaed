import { useState } from 'react'
import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { type ChecklistItem, isOpenStep } from '../../../../shared/incident/checklist.ts'
import { leftInBoxMs, type TimeBox } from '../../../../shared/incident/time-boxes.ts'
import { reasonForLeaving } from '../../../../shared/incident/way-left.ts'
import { useCommands } from '../../../state/commands.ts'
import { nameOf, selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../../state/store-context.tsx'
import { shortTime } from '../../../ui/time-words.ts'
import { useChecklist } from '../use-next-action.ts'
import { type RecordFacts, useRecord } from '../use-record.ts'
import { useCopyCommand } from './command-block.tsx'
import type { StepQuestion } from './step-dialog.tsx'
import type { StepActions } from './step-row-props.ts'
import { stepsLeft, stepsOfWay } from './steps-of-way.ts'
import { openWithin, skippedAlong, skippedWith } from './sub-steps.ts'
import { MORE_MINUTES, minutesOnTop } from './time-box.ts'
import { useKnownValues, useReadings } from './use-command-values.ts'

/** As many facts as one call may carry. */
const FACTS_AT_ONCE = 50

export type Steps = {
  readonly items: readonly ChecklistItem[]
  readonly current: ChecklistItem | null
  readonly selected: ChecklistItem | null
  readonly question: StepQuestion | null
  /** What is skipped with the step that is asked about, in words. */
  readonly along: string
  /** What somebody else did with that step meanwhile, so that it is not skipped any more. */
  readonly overtaken: string | null
  readonly actions: StepActions
  readonly closeQuestion: () => void
  readonly answer: (words: string) => Promise<string | null>
}

const keyOf = ({ step }: ChecklistItem) => ({ step: step.id, text: step.text })

const reopened = (item: ChecklistItem): PersonFact => ({ type: 'step.unchecked', data: keyOf(item) })

const skipped =
  (why: { readonly reason: string; readonly way?: string }) =>
  (item: ChecklistItem): PersonFact => ({ type: 'step.skipped', data: { ...keyOf(item), ...why } })

/** What became of the step since it was asked why it is skipped, in words; null where nothing did. */
function useOvertaken(question: StepQuestion | null, items: readonly ChecklistItem[]): string | null {
  const live = items.find(({ step }) => step.id === question?.item.step.id)?.progress ?? null
  const name = useSelected((state) => (live === null ? '' : nameOf(state, live.by)))
  const zone = useSelected(selectZone)
  const before = question?.item.progress?.state ?? 'open'
  if (question?.about !== 'skip' || live === null || live.state === before) return null
  const did = { open: 'opened it again', done: 'did it', skipped: 'skipped it' }[live.state]
  return `${name} ${did} at ${shortTime(live.at, zone)}, while this was open. Nothing is skipped from here any more.`
}

/** The steps of the run, which of them is meant, and what can be done with it, also by key. `onAsk` hears that a dialog asks about one; `first` is the id of the one that is meant at first. */
export function useSteps(boxes: readonly TimeBox[], onAsk: () => void, first: string | null): Steps {
  const store = useDeskStore()
  const items = useChecklist()
  const record = useRecord()
  const recordAnswer = useRecord('dialog')
  const [selectedId, setSelectedId] = useState(first)
  const [question, setQuestion] = useState<StepQuestion | null>(null)
  const overtaken = useOvertaken(question, items)
  const current = items.find(isOpenStep) ?? null
  const selected = items.find(({ step }) => step.id === selectedId) ?? current
  /** Answers with why one was refused, and leaves out the rest then. */
  const recordAll = async (facts: readonly PersonFact[], by: RecordFacts = record): Promise<string | null> => {
    for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
      const refused = await by(...facts.slice(from, from + FACTS_AT_ONCE))
      if (refused !== null) return refused
    }
    return null
  }
  const ask = (asked: StepQuestion): void => {
    onAsk()
    setQuestion(asked)
  }
  const actions: StepActions = {
    check: (item, isDone) => {
      void record({ type: isDone ? 'step.checked' : 'step.unchecked', data: keyOf(item) })
      setSelectedId(null)
    },
    skip: (item) => ask({ about: 'skip', item }),
    reopen: (item) => {
      void recordAll([item, ...skippedWith(items, item)].map(reopened))
      setSelectedId(null)
    },
    note: (item) => ask({ about: 'note', item }),
    stuck: (item) => ask({ about: 'stuck', item }),
    extend: (item) => {
      const box = boxes.find((each) => each.item.step.id === item.step.id)
      if (box === undefined) return
      const minutes = minutesOnTop(leftInBoxMs(box, store.now()))
      void record({ type: 'step.extended', data: { ...keyOf(item), minutes } })
    },
    chooseWay: async (item, isTaken) => {
      const way = item.step.ways.at(-1) ?? ''
      const left = { reason: reasonForLeaving(way), way }
      const facts = isTaken
        ? stepsLeft(items, item).map(reopened)
        : stepsOfWay(items, item).filter(isOpenStep).map(skipped(left))
      if ((await recordAll(facts)) !== null) return
      setSelectedId(null)
    },
    select: ({ step }) => setSelectedId((before) => (before === step.id ? null : step.id)),
  }
  useStepKeys(items, { selected }, boxes, actions, setSelectedId)
  return {
    items,
    current,
    selected,
    question,
    along: question === null ? '' : skippedAlong(items, question.item),
    overtaken,
    actions,
    closeQuestion: () => setQuestion(null),
    answer: async (words) => {
      if (question === null) return null
      const key = keyOf(question.item)
      if (question.about === 'skip') {
        const asked = [question.item, ...openWithin(items, question.item)]
        return overtaken ?? recordAll(asked.map(skipped({ reason: words })), recordAnswer)
      }
      if (question.about === 'stuck') return recordAnswer({ type: 'step.stuck', data: { ...key, note: words } })
      return recordAnswer({ type: 'step.noted', data: { ...key, note: words } })
    },
  }
}

function useStepKeys(
  items: readonly ChecklistItem[],
  { selected }: Pick<Steps, 'selected'>,
  boxes: readonly TimeBox[],
  actions: StepActions,
  selectId: (id: string) => void,
): void {
  const copy = useCopyCommand()
  const known = useKnownValues()
  const readings = useReadings()
  const move = (by: number): void => {
    const at = selected === null ? -1 : items.indexOf(selected)
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))]
    if (next !== undefined) selectId(next.step.id)
  }
  const has = (): boolean => selected !== null
  const command = selected === null ? undefined : readings.get(selected.step.id)?.[0]
  const timed = boxes.find(({ item }) => item.step.id === selected?.step.id) ?? boxes[0]
  const group = 'Runbook'
  const moving = { group, whileHeld: true, isEnabled: has }
  useCommands([
    { id: 'step.next', label: 'Next step', keys: 'j', run: () => move(1), ...moving },
    { id: 'step.previous', label: 'Previous step', keys: 'k', run: () => move(-1), ...moving },
    {
      id: 'step.done',
      label: 'Step done',
      group,
      keys: 'space',
      run: () => selected !== null && actions.check(selected, selected.progress?.state !== 'done'),
      isEnabled: has,
    },
    {
      id: 'step.copy',
      label: "Copy the step's command",
      group,
      keys: 'c',
      run: () => command !== undefined && void copy(command, known),
      isEnabled: () => command !== undefined,
    },
    {
      id: 'step.skip',
      label: 'Skip the step and its sub-steps',
      group,
      run: () => selected !== null && actions.skip(selected),
      isEnabled: () => selected !== null && selected.progress?.state !== 'skipped',
    },
    {
      id: 'step.reopen',
      label: 'Open the skipped step again',
      group,
      run: () => selected !== null && actions.reopen(selected),
      isEnabled: () => selected?.progress?.state === 'skipped',
    },
    {
      id: 'step.notThisWay',
      label: 'Skip the steps of this way',
      group,
      run: () => selected !== null && actions.chooseWay(selected, false),
      isEnabled: () => selected !== null && stepsOfWay(items, selected).some(isOpenStep),
    },
    {
      id: 'step.stuck',
      label: 'Stuck at the step',
      group,
      run: () => selected !== null && actions.stuck(selected),
      isEnabled: has,
    },
    {
      id: 'step.more',
      label: `${MORE_MINUTES} more minutes for the step`,
      group,
      run: () => timed !== undefined && actions.extend(timed.item),
      isEnabled: () => timed !== undefined,
    },
    {
      id: 'step.note',
      label: 'Note on the step',
      group,
      run: () => selected !== null && actions.note(selected),
      isEnabled: has,
    },
  ])
}

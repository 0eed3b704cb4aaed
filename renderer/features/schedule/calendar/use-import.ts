import { useMemo, useState } from 'react'
import { ok, type Result } from '../../../../shared/kit/result.ts'
import {
  type ImportedLeave,
  importLeave,
  type UnmappedTitle,
} from '../../../../shared/schedule/calendar/import-leave.ts'
import { importRotation } from '../../../../shared/schedule/calendar/import-rotation.ts'
import type { ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Board } from '../use-board.ts'

/** What a calendar file is: somebody's leave, or the rotation of another tool. */
export type ImportKind = 'leave' | 'rotation'

/** What the file would change, and what could not be told. */
export type Imported = {
  readonly changes: readonly ScheduleChange[]
  readonly found: number
  readonly unchanged: number
  readonly unmapped: readonly UnmappedTitle[]
  readonly passedOver: readonly string[]
}

const DAY_MS = 86_400_000
const BEFORE_MS = 31 * DAY_MS
const AHEAD_MS = 366 * DAY_MS

const countLeave = (changes: ImportedLeave['changes']): number =>
  changes.reduce((sum, { absences, forget }) => sum + Math.max(absences.length, forget.length), 0)

/**
 * A calendar on its way in: the file, what it is, and who is who in it. Worked out anew at each answer, without writing anything, and kept
 * until it is written or forgotten.
 */
export function useImport(board: Board) {
  const { team, hourMs: nowMs, me } = board
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState('')
  const [kind, setKind] = useState<ImportKind>('leave')
  const [person, setPerson] = useState(me?.id ?? '')
  const [rotationId, setRotation] = useState(team.rotations[0]?.id ?? '')
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({})

  const imported = useMemo((): Result<Imported> | null => {
    if (text === '') return null
    const span = { fromMs: nowMs - BEFORE_MS, toMs: nowMs + AHEAD_MS }
    if (kind === 'leave') {
      const read = importLeave(team, text, span, person === '' ? { mapping } : { person, mapping })
      return read.ok ? ok({ ...read.value, found: countLeave(read.value.changes) }) : read
    }
    const read = importRotation(team, rotationId, text, span, mapping)
    if (!read.ok) return read
    const { change } = read.value
    const found = change === null ? 0 : Math.max(change.shifts.length, change.forget.length)
    return ok({ ...read.value, changes: change === null ? [] : [change], found })
  }, [team, nowMs, text, kind, person, rotationId, mapping])

  const forget = (): void => {
    setFileName('')
    setText('')
    setMapping({})
  }
  const take = async (file: File): Promise<void> => {
    setFileName(file.name)
    setMapping({})
    setText(await file.text())
  }
  // An answer stays among the questions, so that it can be changed.
  const asked = imported?.ok === true ? imported.value.unmapped : []
  const answered = Object.keys(mapping).filter((title) => !asked.some((each) => each.title === title))
  return {
    ...{ fileName, kind, setKind, person, setPerson, rotationId, setRotation, mapping, imported, take, forget },
    titles: [...asked, ...answered.map((title): UnmappedTitle => ({ title, count: 0 }))],
    map: (title: string, id: string) => setMapping((all) => ({ ...all, [title]: id })),
  }
}

/** What `useImport` gives. */
export type Import = ReturnType<typeof useImport>

import type { Problem } from '../kit/problem.ts'
import { instantInWords } from './instant-in-words.ts'

const TEAM_FILE = 'team.yaml'
const NOBODY_NAMED =
  'team.yaml names nobody; it may be cut off. Who is on call, and how to reach them, is not known here.'

/** How team.yaml stands to the team that was read. */
export type TeamStanding = {
  /** There is none, and never was one that could stand in: a folder of runbooks only. */
  readonly isMissing: boolean
  /** It is there and names nobody: cut off by a sync that failed, or never filled in. */
  readonly isEmpty: boolean
  /** What is wrong with it, secrets aside; nothing when an earlier version without errors is in force. */
  readonly errors: readonly Problem[]
  /** Why people and schedule may be wrong, in words; null when nothing is. */
  readonly doubt: string | null
}

const placeOf = ({ file, line }: Problem): string => (line === undefined ? file : `${file}:${line}`)

/**
 * How far people and schedule of a workspace can be trusted (B10). `asOf` is when the earlier team.yaml was read that is in force instead of
 * the one that stands there (UTC ISO), or null.
 */
export function standingOfTeam(problems: readonly Problem[], asOf: string | null): TeamStanding {
  const errors = problems.filter(
    ({ file, rule, severity }) =>
      severity === 'error' && (file === TEAM_FILE || rule === 'workspace/missing') && rule !== 'team/secret',
  )
  const isMissing = asOf === null && errors.some(({ rule }) => rule === 'team/missing')
  const [first] = errors
  if (asOf !== null) {
    const why = first === undefined ? 'team.yaml holds a secret' : `${placeOf(first)} has an error`
    const doubt = `${why}. People and schedule stand as they were read on ${instantInWords(asOf)} and may be wrong.`
    return { isMissing, isEmpty: false, errors: [], doubt }
  }
  const isEmpty = first === undefined && problems.some(({ rule }) => rule === 'team/empty')
  if (isEmpty) return { isMissing, isEmpty, errors: [], doubt: NOBODY_NAMED }
  if (first === undefined || isMissing) return { isMissing, isEmpty, errors: [], doubt: null }
  const doubt = `team.yaml has errors, the first at ${placeOf(first)}. People and schedule may be wrong or missing.`
  return { isMissing, isEmpty, errors, doubt }
}

/** The refusal when nothing but people and schedule was asked for and there is no team.yaml. */
export const noTeamFile: Problem = {
  file: TEAM_FILE,
  rule: 'team/missing',
  severity: 'error',
  message: 'There is no team.yaml in this workspace, so there is no schedule and nobody to reach.',
}

/**
 * Why a copy that was to have schedule or contacts is without them, in words; null when it has what team.yaml gives, or says already that it is
 * in doubt. `wanted` is what was asked for of the two.
 */
export function lackOfTeam(
  wanted: readonly ('schedule' | 'contacts')[],
  { isMissing, doubt }: TeamStanding,
  hasRotation: boolean,
): string | null {
  if (wanted.length === 0 || doubt !== null) return null
  if (isMissing) {
    const are = wanted.length === 1 && wanted[0] === 'schedule' ? 'is' : 'are'
    return `There is no team.yaml in this workspace, so no ${wanted.join(' and no ')} ${are} in this copy.`
  }
  if (hasRotation || !wanted.includes('schedule')) return null
  return 'team.yaml has no rotation, so nobody is on call by plan and no schedule is in this copy.'
}

import { type OnCallEntry, whoIsOnCall } from '../../shared/schedule/on-call.ts'
import { readWorkspace } from '../host/workspace.ts'
import { type PlaceOptions, workspaceOf } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

function inWords(role: string, entry: OnCallEntry): string {
  if (entry.kind === 'gap') return `${role}: nobody (${entry.reason})`
  const phone = entry.person.phone ?? 'no phone'
  return `${role}: ${entry.person.name}, ${phone}, until ${entry.shift.endsAt.slice(0, 16)}Z. ${entry.why}`
}

function instantOf(at: string | undefined, nowMs: number): number {
  const atMs = at === undefined ? nowMs : Date.parse(at)
  if (Number.isNaN(atMs)) {
    throw new UsageError(`"${at}" is no time. Give an ISO 8601 instant, for example --at 2026-12-25T03:00:00Z`)
  }
  return atMs
}

/** `nightdesk oncall [--at ISO]`: who is on call in each rotation; 1 when somebody is missing. */
export function runOncall(
  options: PlaceOptions & { readonly at?: string },
  terminal: Terminal,
  nowMs: number,
): ExitCode {
  const { team } = readWorkspace(workspaceOf(options))
  const atMs = instantOf(options.at, nowMs)
  if (team.rotations.length === 0) throw new UsageError('This workspace has no rotation. Add one to team.yaml.')
  const answers = team.rotations.map((rotation) => ({ rotation: rotation.name, ...whoIsOnCall(rotation, team, atMs) }))
  if (options.json === true) {
    terminal.out(JSON.stringify({ at: new Date(atMs).toISOString(), rotations: answers }, null, 2))
  } else {
    for (const { rotation, primary, backup } of answers) {
      if (answers.length > 1) terminal.out(rotation)
      terminal.out(inWords('on call', primary))
      terminal.out(inWords('backup', backup))
    }
  }
  return answers.some(({ primary }) => primary.kind === 'gap') ? 1 : 0
}

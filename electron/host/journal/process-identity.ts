import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

/** Enough about a process to tell later whether it still runs, though its number may have been given away since. */
export type ProcessIdentity = {
  readonly pid: number
  readonly host: string
  /** Linux's id of this start of the machine; null elsewhere. */
  readonly bootId: string | null
  /** Where on a Linux machine the number counts: each container numbers its own processes. Null elsewhere, and in older claims. */
  readonly pidNamespace: string | null
  /** When the machine started, by the wall clock (epoch ms); good to minutes, because wall clocks step. */
  readonly bootedAtMs: number
  /** For how long the machine had run, in milliseconds; null in older claims. */
  readonly uptimeMs: number | null
  /** Linux's start time of the process in clock ticks; null elsewhere. */
  readonly startedTicks: string | null
}

/** A boot time that differs by more than this is another boot, where nothing better is known. */
const bootToleranceMs = 10 * 60_000

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}

function readLink(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/** The fields of /proc/<pid>/stat from the third on, counted after the name in brackets, which may hold blanks (proc(5)). */
function statFieldsOf(pid: number): readonly string[] {
  const stat = readText(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
}

/** Field 22 of proc(5). */
const startedTicksOf = (pid: number): string | null => statFieldsOf(pid)[19] ?? null

function threadsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length
  } catch {
    return 0
  }
}

/**
 * Whether Linux only keeps the process in its list until its parent asks how it ended (state Z), which some first processes of a
 * container do late or never. It takes signals all the same. While other threads of it are left, one of them may still be writing.
 */
const isUnreaped = (pid: number): boolean => statFieldsOf(pid)[0] === 'Z' && threadsOf(pid) <= 1

/** This process, as another one would look for it. */
export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    bootId: readText('/proc/sys/kernel/random/boot_id'),
    pidNamespace: readLink('/proc/self/ns/pid'),
    bootedAtMs: Date.now() - uptime() * 1000,
    uptimeMs: uptime() * 1000,
    startedTicks: startedTicksOf(process.pid),
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a number of the other means the same process here. Where that is not known, a name of its own counts as a place of its own. */
function countsHere(other: ProcessIdentity, self: ProcessIdentity): boolean {
  return other.pidNamespace === null || self.pidNamespace === null
    ? other.host === self.host
    : other.pidNamespace === self.pidNamespace
}

/**
 * Whether the machine surely started again since. A wall clock that was set moves the reckoned start of the machine too, so another start
 * is believed only where the machine has run for less time than it had run then.
 */
function hasRestarted(other: ProcessIdentity, self: ProcessIdentity): boolean {
  const isSameStart = Math.abs(other.bootedAtMs - self.bootedAtMs) < bootToleranceMs
  return !isSameStart && other.uptimeMs !== null && self.uptimeMs !== null && self.uptimeMs < other.uptimeMs
}

/**
 * Whether the process behind an identity may still run. In doubt yes: a wrong "no" would make two writers. A lock of another machine
 * (a shared folder) or of another container is always in doubt, because its processes cannot be seen from here.
 */
export function mayStillRun(other: ProcessIdentity, self: ProcessIdentity): boolean {
  if (other.bootId !== null && other.bootId === self.bootId) {
    if (!countsHere(other, self)) return true
    return isAlive(other.pid) && startedTicksOf(other.pid) === other.startedTicks && !isUnreaped(other.pid)
  }
  if (other.host !== self.host) return true
  if (other.bootId !== self.bootId) return false
  return isAlive(other.pid) && !hasRestarted(other, self)
}

/**
 * Whether the process behind an identity is seen to run on this machine. In doubt no: it is for one that has put its claim away, and is asked
 * whether it is really gone.
 */
export const isSeenRunning = (other: ProcessIdentity, self: ProcessIdentity): boolean =>
  other.host === self.host && other.bootId === self.bootId && countsHere(other, self) && mayStillRun(other, self)

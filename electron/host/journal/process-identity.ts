import { readdirSync, readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

/** Enough about a process to tell later whether it still runs, though its number may have been given away since. */
export type ProcessIdentity = {
  readonly pid: number
  readonly host: string
  /** Linux's id of this start of the machine; null elsewhere. */
  readonly bootId: string | null
  /** When the machine started, by the wall clock (epoch ms); good to minutes, because wall clocks step. */
  readonly bootedAtMs: number
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
    bootedAtMs: Date.now() - uptime() * 1000,
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

/**
 * Whether the process behind an identity may still run. In doubt yes: a wrong "no" would make two writers. A lock of
 * another machine (a shared folder) is always in doubt, because its processes cannot be seen from here.
 */
export function mayStillRun(other: ProcessIdentity, self: ProcessIdentity): boolean {
  if (other.bootId !== null && other.bootId === self.bootId) {
    return isAlive(other.pid) && startedTicksOf(other.pid) === other.startedTicks && !isUnreaped(other.pid)
  }
  if (other.host !== self.host) return true
  if (other.bootId !== self.bootId) return false
  return isAlive(other.pid) && Math.abs(other.bootedAtMs - self.bootedAtMs) < bootToleranceMs
}

/**
 * Whether the process behind an identity is seen to run on this machine. In doubt no: it is for one that has put its claim away, and is asked
 * whether it is really gone.
 */
export const isSeenRunning = (other: ProcessIdentity, self: ProcessIdentity): boolean =>
  other.host === self.host && other.bootId === self.bootId && mayStillRun(other, self)

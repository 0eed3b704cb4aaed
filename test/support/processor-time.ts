import process from 'node:process'

/**
 * The least processor time in milliseconds that one of three runs takes, each on something made for it alone; for tests of how time
 * grows. On a busy machine a run may stand still for long, but it uses no more of the processor for that.
 */
export function leastProcessorMs<T>(make: () => T, run: (made: T) => unknown): number {
  const spent = Array.from({ length: 3 }, () => {
    const made = make()
    const before = process.cpuUsage()
    run(made)
    return process.cpuUsage(before).user / 1_000
  })
  return Math.min(...spent)
}

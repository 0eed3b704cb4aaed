import process from 'node:process'
import { createInterface } from 'node:readline'

const PATIENCE_MS = 5_000

/** Closes cleanly, once, on Ctrl-C, a polite kill, a closed terminal, or when the program that started this one is gone. */
export function closeWithProcess(close: () => Promise<void>, log: (line: string) => void): void {
  let isClosing = false
  const end = () => {
    if (isClosing) return
    isClosing = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log(`Nightdesk did not close cleanly: ${String(error)}. What it had confirmed is saved.`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  process.on('disconnect', end)
}

/** An address works once. At a terminal, Enter prints a new one, for a browser that was closed or a second one. */
export function offerNewAddresses(newAddress: () => string): void {
  if (!process.stdin.isTTY) return
  console.error('That address works once. Press Enter for a new one, Ctrl-C to close.')
  createInterface({ input: process.stdin }).on('line', () => console.log(`Nightdesk is at ${newAddress()}`))
}

import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { UsageError } from './terminal.ts'

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Asks one question on the terminal and shows nothing of what is typed. Throws a UsageError with `ifNone` when the terminal is closed instead. */
export async function askUnseen(question: string, ifNone: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: nowhere(), terminal: true })
  process.stderr.write(question)
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question('').then(resolve, reject)
      lines.on('close', () => reject(new UsageError(ifNone)))
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

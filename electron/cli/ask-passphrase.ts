import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { UsageError } from './terminal.ts'

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Asks one question on the terminal and shows nothing of what is typed. */
async function askUnseen(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: nowhere(), terminal: true })
  process.stderr.write(question)
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question('').then(resolve, reject)
      lines.on('close', () => reject(new UsageError('No passphrase was given, so nothing was made.')))
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

/**
 * The passphrase from NIGHTDESK_PASSPHRASE, else typed twice on the terminal. Never an argument: those stand in the process
 * list and in the shell's history.
 */
export async function askPassphrase(): Promise<string> {
  const given = process.env.NIGHTDESK_PASSPHRASE
  if (given !== undefined && given !== '') return given
  if (process.stdin.isTTY !== true) {
    throw new UsageError('There is no terminal to ask for the passphrase. Put it into NIGHTDESK_PASSPHRASE.')
  }
  const passphrase = await askUnseen('Passphrase: ')
  if ((await askUnseen('Once more: ')) !== passphrase) {
    throw new UsageError('The two passphrases differ, so nothing was made. Run the command again.')
  }
  return passphrase
}

import process from 'node:process'
import { askUnseen } from './ask-unseen.ts'
import { UsageError } from './terminal.ts'

const NONE = 'No passphrase was given, so nothing was made.'

/** As a file's last line ends: what an env file, a secret of a CI or `$(cat ...)` may leave behind it. */
const LINE_END = /[\r\n]+$/

/**
 * The passphrase from NIGHTDESK_PASSPHRASE without line breaks at its end, else typed twice on the terminal. Never an argument: those stand in the process
 * list and in the shell's history.
 */
export async function askPassphrase(): Promise<string> {
  const given = process.env.NIGHTDESK_PASSPHRASE?.replace(LINE_END, '') ?? ''
  if (given !== '') return given
  if (process.stdin.isTTY !== true) {
    throw new UsageError('There is no terminal to ask for the passphrase. Put it into NIGHTDESK_PASSPHRASE.')
  }
  const passphrase = await askUnseen('Passphrase: ', NONE)
  if ((await askUnseen('Once more: ', NONE)) !== passphrase) {
    throw new UsageError('The two passphrases differ, so nothing was made. Run the command again.')
  }
  return passphrase
}

import type { Handlers } from '../../shared/contract/serve.ts'
import { describeDesk } from './desk-handlers.ts'
import type { HostContext } from './host-context.ts'
import { makeBackup } from './make-backup.ts'
import { refuse } from './refuse.ts'

/** The call that makes a backup of every incident, one at a time, and remembers where and when the last one was made. */
export function backupHandlers(context: HostContext): Pick<Handlers, 'backup.make'> {
  let isRunning = false
  return {
    'backup.make': async ({ folder }) => {
      if (context.readOnly !== null) {
        return refuse('readOnly', `${context.readOnly.holder} holds this data folder.`, 'Make the backup there.')
      }
      if (isRunning) return refuse('notAllowed', 'A backup is being made already.', 'Wait until it is done.')
      isRunning = true
      const made = await makeBackup(context, folder).finally(() => {
        isRunning = false
      })
      if (!made.ok) return refuse('notSaved', made.error.message, made.error.hint)
      const lastBackup = { at: made.value.madeAt, folder: made.value.folder }
      const kept = context.preferences.write({ backupFolder: folder, lastBackup })
      if (!kept.ok) context.log(`The backup is made, but its place was not remembered. ${kept.error}`)
      context.publish({ type: 'desk', desk: describeDesk(context) })
      return made
    },
  }
}

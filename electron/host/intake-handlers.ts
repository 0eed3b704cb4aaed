import type { Handlers } from '../../shared/contract/serve.ts'
import type { HostContext } from './host-context.ts'
import type { Intake } from './intake/intake.ts'
import { readOnlyReply, refuse } from './refuse.ts'

type IntakeCalls = 'intake.describe' | 'intake.enable' | 'intake.disable' | 'intake.renewToken' | 'intake.sendTest'

/** Calls about the door for alerts. */
export function intakeHandlers(context: HostContext, intake: Intake): Pick<Handlers, IntakeCalls> {
  return {
    'intake.describe': async () => ({ ok: true, value: intake.describe() }),
    'intake.enable': async ({ port }) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const enabled = await intake.enable(port)
      return enabled.ok ? { ok: true, value: intake.describe() } : refuse('notSaved', enabled.error, 'Try again.')
    },
    'intake.disable': async () => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const disabled = await intake.disable()
      return disabled.ok ? { ok: true, value: intake.describe() } : refuse('notSaved', disabled.error, 'Try again.')
    },
    'intake.renewToken': async () => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const token = intake.renewToken()
      return token.ok
        ? { ok: true, value: { token: token.value } }
        : refuse('notSaved', `No token was made. ${token.error}`, 'The one before still works. Try again.')
    },
    'intake.sendTest': async () => {
      const sent = await intake.sendTest()
      return sent.ok
        ? { ok: true, value: { accepted: true } }
        : refuse('notAllowed', sent.error, 'Look at the port above, and whether the intake is on.')
    },
  }
}

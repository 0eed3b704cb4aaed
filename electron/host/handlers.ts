import type { Handlers } from '../../shared/contract/serve.ts'
import { alertHandlers } from './alert-handlers.ts'
import { backupHandlers } from './backup-handlers.ts'
import { commandHandlers } from './command-handlers.ts'
import { deskHandlers } from './desk-handlers.ts'
import { evidenceHandlers } from './evidence-handlers.ts'
import { createPostmortemExporter } from './export-postmortem.ts'
import type { HostContext } from './host-context.ts'
import { incidentHandlers } from './incident-handlers.ts'
import type { Intake } from './intake/intake.ts'
import { intakeHandlers } from './intake-handlers.ts'
import { libraryHandlers } from './library-handlers.ts'
import { offlineCopyHandlers } from './offline-copy-handlers.ts'
import { scheduleHandlers } from './schedule-handlers.ts'
import { secretHandlers } from './secret-handlers.ts'

/** Every call of the contract, over one host. */
export const createHandlers = (context: HostContext, intake: Intake): Handlers => ({
  ...deskHandlers(context),
  ...incidentHandlers(context),
  ...evidenceHandlers(context),
  ...commandHandlers(context),
  ...secretHandlers(context),
  ...libraryHandlers(context),
  ...offlineCopyHandlers(context),
  ...scheduleHandlers(context),
  ...alertHandlers(context),
  ...intakeHandlers(context, intake),
  ...backupHandlers(context),
  'postmortem.export': createPostmortemExporter(context),
})

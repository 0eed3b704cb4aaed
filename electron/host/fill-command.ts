import { knownValues } from '../../shared/incident/command-values.ts'
import { isSecretName } from '../../shared/kit/secret-name.ts'
import { maskedValues } from '../../shared/runbook/variables/masked-values.ts'
import {
  type CommandReading,
  filledCommand,
  type KnownValues,
  openVariables,
  unsafeVariables,
} from '../../shared/runbook/variables/run-variables.ts'
import type { Shell } from './find-shell.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'

/** A command with its values: as it is shown and logged, with a mask for each secret, and as it runs, with which secrets in it. */
export type FilledCommand = {
  readonly shown: string
  readonly text: string
  readonly secrets: readonly string[]
  /** Variables that nobody knows a value for, as the runbook writes them. */
  readonly openNames: readonly string[]
  /** A variable whose value may be read as more than a value. */
  readonly unsafeName: string | undefined
}

/**
 * Fills in what an incident knows: what people gave, what earlier commands set, what its alerts say, and the secrets that the host holds; a log from
 * before `secret.given` may hold one, too. `shell` is what would run it.
 */
export function fillCommand(
  context: HostContext,
  session: IncidentSession,
  { reading, shell }: { readonly reading: CommandReading; readonly shell: Shell | null },
): FilledCommand {
  const held = context.secrets.of(session.incident)
  const { given, labelled } = knownValues(session.state())
  const known: KnownValues = { given: { ...given, ...held }, labelled }
  const secrets = new Set(context.secrets.everGiven(session.incident))
  const text = filledCommand(reading, {
    ...known,
    seenAs: ({ name }, value) => {
      if (isSecretName(name)) secrets.add(value)
      return value
    },
  })
  return {
    text,
    shown: filledCommand(reading, maskedValues(known)),
    secrets: [...secrets],
    openNames: openVariables(reading, known).map(({ written }) => written),
    unsafeName: unsafeVariables(reading, known, shell?.hasQuotesOfPosix !== false)[0]?.written,
  }
}

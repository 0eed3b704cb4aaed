import { SECRET_MASK } from '../../kit/hide-values.ts'
import { isSecretName } from '../../kit/secret-name.ts'
import type { KnownValues } from './run-variables.ts'

/** What may be seen of the values: a mask for each secret, also within what an earlier command made of it. */
export const maskedValues = (known: KnownValues): KnownValues => ({
  ...known,
  seenAs: ({ name }, value) => (isSecretName(name) ? SECRET_MASK : value),
})

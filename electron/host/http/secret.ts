import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

/** A new secret of 256 bits that can stand in a header or an address. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** What is kept of a secret: whoever reads it opens nothing. All digests are of one length, so they compare in constant time. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

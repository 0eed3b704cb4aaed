import { webcrypto } from 'node:crypto'
import {
  KEY_ITERATIONS,
  normalPassphrase,
  type Sealed,
  type SealedContents,
  sealedHeader,
} from '../../shared/bundle/sealed.ts'

const base64 = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(bytes as Uint8Array).toString('base64')

/**
 * Encrypts the contents of a copy with a passphrase: AES-256-GCM, the key by PBKDF2-SHA-256 over a salt of this file alone.
 * The two dates stay readable and are authenticated, so that a stale copy can say so before it is opened.
 */
export async function sealContents(
  contents: SealedContents<unknown>,
  dates: { readonly madeAt: string; readonly staleAt: string },
  passphrase: string,
): Promise<Sealed> {
  const salt = webcrypto.getRandomValues(new Uint8Array(16))
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const header = { v: 1, madeAt: dates.madeAt, staleAt: dates.staleAt, iterations: KEY_ITERATIONS } as const
  const { subtle } = webcrypto
  const typed = new TextEncoder().encode(normalPassphrase(passphrase))
  const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: KEY_ITERATIONS }
  const key = await subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const additionalData = new TextEncoder().encode(sealedHeader(header))
  const plain = new TextEncoder().encode(JSON.stringify(contents))
  const data = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return { ...header, salt: base64(salt), iv: base64(iv), data: base64(new Uint8Array(data)) }
}

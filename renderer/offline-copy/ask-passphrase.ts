import type { PageData } from '../../shared/bundle/page-data.ts'
import { normalPassphrase, type Sealed, type SealedContents, sealedHeader } from '../../shared/bundle/sealed.ts'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

async function keyFor(passphrase: string, { salt, iterations }: Sealed): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(normalPassphrase(passphrase))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations }
  return crypto.subtle.deriveKey(parameters, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}

async function unseal(sealed: Sealed, passphrase: string): Promise<SealedContents<PageData> | null> {
  const key = await keyFor(passphrase, sealed)
  const additionalData = new TextEncoder().encode(sealedHeader(sealed))
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOf(sealed.iv), additionalData },
      key,
      bytesOf(sealed.data),
    )
    return JSON.parse(new TextDecoder().decode(opened)) as SealedContents<PageData>
  } catch {
    return null
  }
}

/** Asks for the passphrase until it fits. A wrong one and a changed file look the same, which is why both are said. */
export function askPassphrase(sealed: Sealed, opened: (contents: SealedContents<PageData>) => void): void {
  const form = document.querySelector('form')
  const input = document.querySelector<HTMLInputElement>('#passphrase')
  const button = document.querySelector<HTMLButtonElement>('#unlock')
  const said = document.getElementById('said')
  if (form === null || input === null || button === null || said === null) return
  if (globalThis.crypto?.subtle === undefined) {
    said.textContent =
      'This browser does not decrypt files that are opened from the device. Open the copy in another one.'
    return
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    said.textContent = 'Opening…'
    const contents = await unseal(sealed, input.value)
    button.disabled = false
    if (contents !== null) {
      opened(contents)
      return
    }
    said.textContent = 'That passphrase does not open this copy, or the file was changed. Nothing is lost: try again.'
    input.select()
  })
  input.focus()
}

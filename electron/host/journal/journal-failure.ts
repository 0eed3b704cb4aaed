/** Why facts were not saved. Nothing of the batch is in the log, and the caller still holds what was typed. */
export type AppendFailure = {
  readonly code: 'notSaved' | 'readOnly' | 'badFact'
  readonly message: string
  readonly hint: string
}

/** Why a journal could not be opened or looked into. A damaged journal opens, read-only; this is for those that cannot be read. */
export type OpenFailure = {
  readonly code: 'notFound' | 'notReadable' | 'damaged' | 'closing'
  readonly message: string
  readonly hint: string
}

const causes: Readonly<Record<string, readonly [cause: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space on this disk, then save again.'],
  ESHORT: ['the disk took only a part of it, it is probably full', 'Free some space on this disk, then save again.'],
  EDQUOT: ['your disk quota is used up', 'Free some space in your account, then save again.'],
  EMFILE: ['too many files are open', 'Close other programs, then save again.'],
  ENFILE: ['too many files are open on this machine', 'Close other programs, then save again.'],
  EROFS: ['the disk is mounted read-only', 'Mount it for writing, then save again.'],
  EACCES: [
    'Nightdesk may not write there',
    'Give your account the right to write to the data folder, then save again.',
  ],
  EPERM: ['Nightdesk may not write there', 'Give your account the right to write to the data folder, then save again.'],
  EBUSY: [
    'another program holds the file',
    'Close what else uses the data folder (backup, virus scan), then save again.',
  ],
  EIO: ['the disk reported an error', 'Save again. If it keeps failing, copy the data folder to another disk.'],
  ENOENT: ['the data folder is gone', 'Bring the folder or its disk back, then save again.'],
}

/** The errno code of a failed file call, or `unknown`. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return code ?? 'unknown'
}

function causeOf(error: unknown): readonly [cause: string, hint: string] {
  const code = errorCode(error)
  const [cause, hint] = causes[code] ?? ['the disk refused', 'Save again. If it keeps failing, copy the data folder.']
  return [code === 'ESHORT' ? cause : `${cause} (${code})`, hint]
}

/** A failed write or flush, in words. */
export function notSaved(error: unknown): AppendFailure {
  const [cause, hint] = causeOf(error)
  return { code: 'notSaved', message: `Not saved: ${cause}. What was saved before is safe.`, hint }
}

/** A journal that this process may not write to, and why. */
export function isReadOnly(why: string): AppendFailure {
  return { code: 'readOnly', message: `Not saved: ${why}`, hint: 'Copy what you typed; it stays on the screen.' }
}

/** A journal that is asked for after the store was closed, when another process may hold the data folder already. */
export const isClosing: OpenFailure = {
  code: 'closing',
  message: 'This Nightdesk is closing.',
  hint: 'Open it again.',
}

/** A file that could not be read. */
export function notReadable(incident: string, error: unknown): OpenFailure {
  const [cause] = causeOf(error)
  return errorCode(error) === 'ENOENT'
    ? { code: 'notFound', message: `There is no incident ${incident} here.`, hint: 'Check the id and the data folder.' }
    : {
        code: 'notReadable',
        message: `Incident ${incident} cannot be read: ${cause}.`,
        hint: 'Nothing was changed. Try again; if it keeps failing, copy the data folder to another disk.',
      }
}

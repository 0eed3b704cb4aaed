/** What to do with a folder that somebody typed: keep it for the next start, or say what is wrong with it. */
export type FolderChoice =
  | { readonly ok: true; readonly folder: string | null }
  | { readonly ok: false; readonly problem: string }

const WHOLE_PATH = /^(?:\/|[a-z]:[\\/]|\\\\[^\\])/i

/** Reads a typed folder; nothing typed means the demo workspace. Whether it is there is seen at the next start. */
export function readFolder(typed: string): FolderChoice {
  const folder = typed.trim()
  if (folder === '') return { ok: true, folder: null }
  if (folder.startsWith('~')) return { ok: false, problem: 'Write the home folder out: ~ is not understood here.' }
  if (!WHOLE_PATH.test(folder)) {
    return { ok: false, problem: 'Write the whole path, such as /home/me/oncall or C:\\oncall.' }
  }
  return { ok: true, folder: folder.length > 1 ? folder.replace(/[\\/]+$/, '') : folder }
}

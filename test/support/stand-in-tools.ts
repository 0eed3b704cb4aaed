// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts of a shell.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** Tools that hand what they are given to a shell, or to a tool within, as the real ones do far away. */
const tools = {
  ssh: 'shift; [ $# -eq 0 ] && exec sh; exec sh -c "$*"',
  watch: 'while [ "${1#-}" != "$1" ]; do shift; done; exec sh -c "$*"',
  sudo: 'while [ "${1#-}" != "$1" ]; do [ "$1" = -u ] && shift; shift; done; exec "$@"',
  su: 'for last; do :; done; exec sh -c "$last"',
  runuser: 'for last; do :; done; exec sh -c "$last"',
  kubectl: 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
  docker: 'shift; shift; exec "$@"',
}

/** A folder with stand-ins for tools that reach other machines, and the environment that finds them first. */
export function standInTools(): { readonly folder: string; readonly env: NodeJS.ProcessEnv; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-tools-'))
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return {
    folder,
    env: { HOME: folder, PATH: `${folder}:${process.env.PATH ?? ''}` },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

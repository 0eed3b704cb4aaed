import { join } from 'node:path'

/** Where the program's own parts lie. */
export type DeskFolders = {
  readonly renderer: string
  readonly preload: string
  readonly icons: string
  readonly demoWorkspace: string
}

type Place = { readonly mainFolder: string; readonly isPackaged: boolean; readonly resources: string }

/** Finds them from the main script's folder; icons and the demo workspace lie beside the archive once packaged. */
export function deskFolders({ mainFolder, isPackaged, resources }: Place): DeskFolders {
  const root = join(mainFolder, '..', '..')
  return {
    renderer: join(mainFolder, '..', 'renderer'),
    preload: join(mainFolder, '..', 'preload', 'preload.cjs'),
    icons: isPackaged ? join(resources, 'shell-icons') : join(root, 'build', 'shell-icons'),
    demoWorkspace: isPackaged ? join(resources, 'workspace') : join(root, 'fixtures', 'workspace'),
  }
}

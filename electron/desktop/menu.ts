import type { ContextMenuParams, Menu, MenuItemConstructorOptions, WebContents } from 'electron'

type MenuOptions = { readonly isMac: boolean; readonly isPackaged: boolean }

/** The application menu: editing by keyboard and zoom everywhere; reload and developer tools only from a checkout. */
export function applicationMenu({ isMac, isPackaged }: MenuOptions): MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ]
  return [
    isMac
      ? { role: 'appMenu' }
      : { label: '&File', submenu: [{ role: 'close' }, { type: 'separator' }, { role: 'quit' }] },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : developer),
      ],
    },
    { role: 'windowMenu' },
  ]
}

/** The menu under the right mouse button; empty where there is nothing to copy and nothing to type into. */
export function contextMenu({ isEditable, editFlags, selectionText }: ContextMenuParams): MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
}

/** Gives a page its context menu; Chromium alone shows none. */
export function addContextMenu(contents: Pick<WebContents, 'on'>, menus: Pick<typeof Menu, 'buildFromTemplate'>): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextMenu(params)
    if (items.length > 0) menus.buildFromTemplate(items).popup()
  })
}

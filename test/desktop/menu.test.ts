import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { addContextMenu, applicationMenu } from '../../electron/desktop/menu.ts'
import { StandInContents } from '../support/electron/stand-in-contents.ts'
import { createMenu } from '../support/electron/stand-in-system.ts'

function roles(items: readonly MenuItemConstructorOptions[]): string[] {
  return items.flatMap(({ role, submenu }) => [
    ...(role === undefined ? [] : [role]),
    ...(Array.isArray(submenu) ? roles(submenu) : []),
  ])
}

describe('the application menu', () => {
  it.each([true, false])('lets one copy, paste, zoom and quit (macOS: %s)', (isMac) => {
    const found = roles(applicationMenu({ isMac, isPackaged: true }))
    expect(found).toEqual(
      expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom', isMac ? 'appMenu' : 'quit']),
    )
  })

  it('has no reload and no developer tools once packaged', () => {
    const developer = ['reload', 'forceReload', 'toggleDevTools', 'viewMenu']
    const offered = (isPackaged: boolean) =>
      roles(applicationMenu({ isMac: false, isPackaged })).filter((role) => developer.includes(role))
    expect([offered(true), offered(false)]).toEqual([[], ['reload', 'toggleDevTools']])
  })
})

describe('the right mouse button', () => {
  const editFlags = { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
  const popped = (params: object) => {
    const menus = createMenu()
    const page = new StandInContents()
    addContextMenu(page as never, menus as never)
    page.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags, ...params } as ContextMenuParams)
    return menus.popped.map(roles)
  }

  it('copies what is selected, edits what can be edited, and shows nothing elsewhere', () => {
    expect(popped({ selectionText: 'kubectl get pods' })).toEqual([['copy']])
    expect(popped({ isEditable: true })).toEqual([['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']])
    expect(popped({ selectionText: '  ' })).toEqual([])
  })
})

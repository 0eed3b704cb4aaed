/** Electron as the main process sees it; handed about as a value, so that a test can hand over its own. */
export type ElectronMain = typeof import('electron')

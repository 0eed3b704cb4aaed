/** What was kept on this device under a key; null when there is nothing, or when the browser keeps nothing for files. */
export function kept(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text on this device if the browser lets a file do so; without, it lasts as long as the page is open. */
export function keep(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text)
  } catch {
    // A page opened from a file may have no storage: what is on the screen stays right.
  }
}

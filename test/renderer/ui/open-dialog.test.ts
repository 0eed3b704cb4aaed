// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { leaveDialog } from '../../../renderer/ui/open-dialog.ts'

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<main id="main" tabindex="-1"><button>Output</button></main>'
})
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

it('the screen takes the focus when a dialog has closed and nothing else had it', () => {
  leaveDialog()
  vi.advanceTimersByTime(50)
  expect(document.activeElement?.id).toBe('main')
})

it('the screen leaves time to give the focus back after the last of two dialogs that closed one after another', () => {
  leaveDialog()
  vi.advanceTimersByTime(45)
  leaveDialog()
  vi.advanceTimersByTime(10)
  expect(document.activeElement).toBe(document.body)
  document.querySelector('button')?.focus()
  vi.advanceTimersByTime(100)
  expect(document.activeElement?.textContent).toBe('Output')
})

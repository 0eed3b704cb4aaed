import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** A part of the window that is rendered by itself. */
export type Rendered = { readonly box: HTMLElement; readonly unmount: () => void }

/** Renders a part of the window as the app does, without the rest of it. Needs `@vitest-environment happy-dom`. */
export function render(part: ReactNode): Rendered {
  // A field that grows with its text listens to the fonts, which happy-dom does not have.
  if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() })
  const box = document.createElement('div')
  document.body.append(box)
  const root = createRoot(box)
  flushSync(() => root.render(<MantineProvider env="test">{part}</MantineProvider>))
  return {
    box,
    unmount: () => {
      root.unmount()
      box.remove()
    },
  }
}

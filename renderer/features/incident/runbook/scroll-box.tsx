import type { ReactNode } from 'react'

/** A box that scrolls must be reachable by keyboard, or its end cannot be read without a mouse. */
const reachable = { tabIndex: 0 } as const

/** A named box of its own height, scrolled by keys too. */
export function ScrollBox(props: {
  readonly label: string
  readonly className: string | undefined
  readonly children: ReactNode
}) {
  return (
    <section className={props.className} aria-label={props.label} {...reachable}>
      {props.children}
    </section>
  )
}

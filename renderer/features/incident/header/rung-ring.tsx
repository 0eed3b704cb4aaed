import styles from './incident-header.module.css'

const RADIUS = 21
const ROUND = 2 * Math.PI * RADIUS

/** How much of the way to the next rung is gone. The digits and words beside it say the same. */
export function RungRing(props: { readonly gone: number; readonly colour: string }) {
  return (
    <svg width="52" height="52" viewBox="0 0 52 52" aria-hidden="true" style={{ color: props.colour, flex: 'none' }}>
      <circle className={styles.track} cx="26" cy="26" r={RADIUS} />
      <circle
        className={styles.way}
        cx="26"
        cy="26"
        r={RADIUS}
        transform="rotate(-90 26 26)"
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * props.gone}
      />
    </svg>
  )
}

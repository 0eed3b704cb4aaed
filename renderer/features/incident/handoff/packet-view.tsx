import type { HandoffPacket } from '../../../../shared/incident/handoff-packet.ts'
import styles from './handoff.module.css'

/** A packet on screen, as it will be read. */
export function PacketView(props: { readonly packet: HandoffPacket | null; readonly problem: string | null }) {
  const { packet, problem } = props
  if (problem !== null) return <p role="alert">The packet could not be made. {problem}</p>
  if (packet === null) return <p role="status">Reading the log</p>
  return (
    <section className={styles.packet} aria-label="Packet">
      {packet.sections.map(({ heading, lines }) => (
        <div key={heading} className={styles.part}>
          <h3 className="caption">{heading}</h3>
          <ul className={styles.lines}>
            {[...new Set(lines)].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

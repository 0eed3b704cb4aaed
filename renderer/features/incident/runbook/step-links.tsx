import type { Step } from '../../../../shared/runbook/runbook.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { LinksOfStep } from '../../../ui/links-of-step.tsx'
import { useRunbookLinks } from './author-words.tsx'
import styles from './runbook-text.module.css'

/** Where the own words of a step of the open runbook lead. */
export function StepLinks({ step }: { readonly step: Step }) {
  const { run } = useOpenIncident().state
  const links = useRunbookLinks()
  return <LinksOfStep step={step} text={run?.text ?? ''} links={links} className={styles.links} />
}

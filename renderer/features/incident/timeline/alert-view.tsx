import { safeLink } from '../../../../shared/alerts/alert-text.ts'
import { descriptionIn } from '../../../../shared/alerts/alert-words.ts'
import { runbookLinkIn } from '../../../../shared/alerts/describe-alert.ts'
import { orderedLabels } from '../../../../shared/alerts/told-labels.ts'
import type { FactData } from '../../../../shared/incident/facts/fact-catalog.ts'
import { AlertDetails } from '../../../ui/alert-details.tsx'
import { senderOf } from './sentences/world-sentence.ts'

/** What an attached alert says besides its sentence. A log may come from elsewhere: its links are checked as those of a sender are. */
export function AlertView({ alert }: { readonly alert: FactData<'alert.attached'> }) {
  return (
    <AlertDetails
      description={descriptionIn(alert.annotations)}
      labels={orderedLabels(alert)}
      sender={senderOf(alert.source)}
      link={safeLink(alert.link)}
      runbookUrl={runbookLinkIn(alert)}
    />
  )
}

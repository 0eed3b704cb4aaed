import { useOpenIncident } from '../../state/store-context.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { byteWords } from '../../ui/time-words.ts'

/** What opening the log found, when it was not simply whole (J5, J6): what happened, what is safe, what to do. */
export function IntegrityBanner() {
  const { integrity } = useOpenIncident()
  switch (integrity.kind) {
    case 'intact':
    case 'unchecked':
      return null
    case 'tornTailMovedAside':
      return (
        <ProblemBanner title="A torn last line was moved aside." severity="warning">
          {byteWords(integrity.bytes)} that were never acknowledged lie in {integrity.movedTo}. Everything acknowledged
          is here.
        </ProblemBanner>
      )
    case 'damaged':
      return (
        <ProblemBanner title={`The log is damaged at line ${integrity.line}.`}>
          {integrity.message} What stands before that line is intact and can be read; nothing is written to it any more.
        </ProblemBanner>
      )
    case 'tailMissing':
      return (
        <ProblemBanner title="The end of the log is missing.">
          {integrity.message} It was once known to reach entry {integrity.anchoredSeq}; it now ends at{' '}
          {integrity.lastSeq}. Read-only.
        </ProblemBanner>
      )
  }
}

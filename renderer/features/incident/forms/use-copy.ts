import { useDeskStore } from '../../../state/store-context.tsx'

/** Copies words and says so; `what` names them ("Update"). */
export function useCopy(): (words: string, what: string) => void {
  const store = useDeskStore()
  return (words, what) =>
    void navigator.clipboard.writeText(words).then(
      () => store.announce(`${what} copied`),
      () => store.showRefusal(`The ${what.toLowerCase()} could not be copied. Select it and copy it by hand.`),
    )
}

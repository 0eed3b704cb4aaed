/** "12", or "12 of 855" within a filter. */
export function ShelfCount({ of, ofAll }: { readonly of: number; readonly ofAll: number | null }) {
  return <span className="faint num">{ofAll === null ? of : `${of} of ${ofAll}`}</span>
}

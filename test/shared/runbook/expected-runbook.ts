/** What a careful person makes of a sample. */
export type ExpectedRunbook = {
  readonly title: string
  readonly titleFrom: 'front matter' | 'heading' | 'file name'
  readonly parts: readonly string[]
  readonly general: readonly string[]
  readonly scenarios: Readonly<Record<string, readonly string[]>>
  /** The first line of every command, general ones first. */
  readonly commands: readonly string[]
}

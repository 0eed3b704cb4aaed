/** The `[!WARNING]` that opens a quote as a word in bold: text has no boxes, and the raw mark says nothing to who never saw one. */
export const withCallOutLabel = (quoted: string): string =>
  quoted.replace(
    /^\[!([A-Za-z])([A-Za-z]{1,20})\][+-]?(?=\s|$)/,
    (_, first: string, rest: string) => `**${first.toUpperCase()}${rest.toLowerCase()}:**`,
  )

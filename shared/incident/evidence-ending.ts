/**
 * The ending under which a piece of evidence is stored and exported (J1): its name's own when that is safe in any file
 * system, else `bin`. One rule for the store, the export and the links in a postmortem.
 */
export const evidenceEnding = (name: string): string =>
  /[^/]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'

/** `YYYYMMDD-xxxx`, the date in UTC and four Crockford characters (J1). */
const incidentIdPattern = /^\d{8}-[0-9a-hjkmnp-tv-z]{4}$/

/** Whether a name can be an incident's: also the guard that no id ever leads out of the data folder, or of the folder of an export. */
export const isIncidentId = (name: string): boolean => incidentIdPattern.test(name)

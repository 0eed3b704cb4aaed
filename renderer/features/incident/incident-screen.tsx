/** The most important screen: what is wrong, how long, what next. */
export function IncidentScreen() {
  return null
}

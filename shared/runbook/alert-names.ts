/** Whether a value fits a pattern in which `*` stands for any run of characters. One pass over the value for each piece. */
export function fits(pattern: string, value: string): boolean {
  const pieces = pattern.split('*')
  const [first = '', ...rest] = pieces
  if (rest.length === 0) return pattern === value
  const last = rest.pop() ?? ''
  if (!value.startsWith(first) || value.length < first.length + last.length || !value.endsWith(last)) return false
  let position = first.length
  const limit = value.length - last.length
  return rest.every((piece) => {
    const at = value.indexOf(piece, position)
    position = at + piece.length
    return at >= 0 && position <= limit
  })
}

/**
 * Whether a pattern for the names of alerts fits one however it is spelled: without case and, where it has no `*`, without separators. With a
 * `*` these count, since "db-*" without its dash would be for every name in db.
 */
export function fitsName(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return fits(pattern, name) || sameName(pattern, name)
  return fits(lowerCase(pattern), lowerCase(name))
}

/** Names as people write them: KubePodNotReady, kube-pod-not-ready and "Kube pod not ready" are one, and so are "Alert: Ring full" and "Ring full". */
export function sameName(one: string, other: string): boolean {
  const others = plainNames(other)
  return plainNames(one).some((name) => name !== '' && others.includes(name))
}

/** A name as it stands, and without what says of what kind it is: only the first finds Alertmanager in "alert-manager". */
function plainNames(name: string): readonly string[] {
  const plain = lowerCase(name)
  const bare = plain.replace(SAYS_OF_WHAT_KIND, '')
  return (bare === plain ? [plain] : [plain, bare]).map((each) => each.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
}

const lowerCase = (name: string): string => name.normalize('NFKC').toLowerCase()

const SAYS_OF_WHAT_KIND = /^(?:runbook|playbook|alert)\s*[:\u2013-]\s*/

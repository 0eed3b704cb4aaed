import { isSecretName } from '../../kit/secret-name.ts'
import { type Variable, variableKey } from './variable.ts'

type Labels = Readonly<Record<string, string>>

/** Words around the name of a label: `<value of namespace label from alert>`, `<your-cluster>`. */
const AROUND = new Set(
  'your my the a an this that actual value of label from in alert alerts affected failing failed problem problematic faulty'.split(
    ' ',
  ),
)

/** Labels that tell the same thing, the surest first. `job` alone is the scrape job as often as the job that failed. */
const SAME: readonly (readonly string[])[] = [
  ['namespace', 'namespacename', 'ns', 'project', 'k8snamespace'],
  ['jobname', 'job'],
  ['pod', 'podname'],
  ['node', 'nodename', 'host', 'hostname', 'machine', 'server'],
  ['db', 'database', 'dbname', 'databasename', 'datname'],
  ['container', 'containername'],
  ['cluster', 'clustername', 'clusterid'],
  ['deployment', 'deploymentname', 'deploy'],
  ['statefulset', 'statefulsetname', 'sts'],
  ['daemonset', 'daemonsetname', 'ds'],
  ['persistentvolumeclaim', 'pvc', 'pvcname', 'persistentvolumeclaimname'],
  ['persistentvolume', 'pv', 'pvname'],
  ['service', 'servicename', 'svc'],
  ['consumergroup', 'group', 'groupid'],
  ['topic', 'topicname'],
  ['queue', 'queuename'],
  ['dag', 'dagid'],
  ['table', 'tablename'],
]
/** Where something runs is also said by the address that was scraped, without its port. Never of a node: it is the exporter's address as often. */
const IS_A_MACHINE = new Set(['host', 'hostname', 'machine', 'server'])
const PORT = /:\d{1,5}$/
/** Longer ones are no names. Characters. */
const LONGEST = 2_000

const isUsable = (value: string): boolean => value.trim() !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value)

/** What the labels of an alert say, by the key of each name; null where two names of one key say different things. */
function byKey(labels: Labels): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  for (const [name, value] of Object.entries(labels)) {
    if (isSecretName(name) || !isUsable(value)) continue
    const [key, said] = [variableKey(name), value.trim()]
    found.set(key, (found.has(key) ? found.get(key) : said) === said ? said : null)
  }
  return found
}

/** A name without the words around it. */
const keyOf = (name: string): string =>
  name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => !AROUND.has(word))
    .join('')

/** The keys that a variable may be found under, the surest first. */
function keysOf(key: string): readonly string[] {
  if (key === '') return []
  const same = SAME.find((keys) => keys.includes(key)) ?? [key]
  // What was scraped says `exported_pod` for its own pod when Prometheus has one of that name, too.
  return same.flatMap((each) => [`exported${each}`, each])
}

/** What one alert says for the key of a variable, by its surest label; null where it contradicts itself, undefined where it says nothing. */
function saidBy(labels: ReturnType<typeof byKey>, key: string): string | null | undefined {
  const surest = keysOf(key).find((each) => labels.has(each))
  if (surest !== undefined) return labels.get(surest)
  return IS_A_MACHINE.has(key) ? labels.get('instance')?.replace(PORT, '') : undefined
}

/**
 * Finds values for variables in the labels of alerts: names are compared without case and separators, with the usual pairs (`job_name` for `$JOB`).
 * Never for secrets, and never where two alerts say different things.
 */
export function createLabelValues(all: readonly Labels[]): (variable: Pick<Variable, 'name'>) => string {
  const alerts = all.map(byKey)
  return ({ name }) => {
    if (isSecretName(name)) return ''
    const key = keyOf(name)
    const said = new Set(alerts.map((labels) => saidBy(labels, key)).filter((value) => value !== undefined))
    const [value] = said
    return said.size === 1 ? (value ?? '') : ''
  }
}

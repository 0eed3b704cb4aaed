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
/** Where something runs is also said by the address that was scraped, without its port. */
const IS_A_MACHINE = new Set(['node', 'nodename', 'host', 'hostname', 'machine', 'server'])
const PORT = /:\d{1,5}$/
/** Longer ones are no names. Characters. */
const LONGEST = 2_000

const isUsable = (value: string): boolean => value.trim() !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value)

/** What the labels of several alerts agree on, by the key of each name. */
function agreed(all: readonly Labels[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const differs = new Set<string>()
  for (const [name, value] of all.flatMap((labels) => Object.entries(labels))) {
    const key = variableKey(name)
    if (isSecretName(name) || !isUsable(value)) continue
    if ((found.get(key) ?? value) !== value) differs.add(key)
    found.set(key, value)
  }
  for (const key of differs) found.delete(key)
  return found
}

/** The keys that a variable may be found under, the surest first. */
function keysOf(name: string): readonly string[] {
  const words = name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  const key = words.filter((word) => !AROUND.has(word)).join('')
  if (key === '') return []
  const same = SAME.find((keys) => keys.includes(key)) ?? [key]
  // What was scraped says `exported_pod` for its own pod when Prometheus has one of that name, too.
  return same.flatMap((each) => [`exported${each}`, each])
}

/**
 * Finds values for variables in the labels of alerts: names are compared without case and separators, with the usual pairs (`job_name` for `$JOB`).
 * Never for secrets, and never where two alerts say different things.
 */
export function createLabelValues(all: readonly Labels[]): (variable: Pick<Variable, 'name'>) => string {
  const labels = agreed(all)
  return ({ name }) => {
    if (labels.size === 0 || isSecretName(name)) return ''
    const keys = keysOf(name)
    const found = keys.map((key) => labels.get(key)).find((value) => value !== undefined)
    const isMachine = keys.some((key) => IS_A_MACHINE.has(key))
    return (found ?? (isMachine ? (labels.get('instance') ?? '').replace(PORT, '') : '')).trim()
  }
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts of a shell, whose `${NAME}` is what is tested.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import {
  filledCommand,
  foundValue,
  type KnownValues,
  openVariables,
  readingOfText,
  readingsOf,
  unsafeVariables,
} from '../../../shared/runbook/variables/run-variables.ts'
import { variableKey } from '../../../shared/runbook/variables/variable.ts'

const known = (values: Record<string, string>, labelled: KnownValues['labelled'] = () => ''): KnownValues => ({
  given: Object.fromEntries(Object.entries(values).map(([name, value]) => [variableKey(name), value])),
  labelled,
})
const namesIn = (text: string, language = 'sh'): readonly string[] =>
  readingOfText(language, text).variables.map(({ written }) => written)
const filled = (text: string, values: Record<string, string>, language = 'sh'): string =>
  filledCommand(readingOfText(language, text), known(values))

describe('V1 what a command waits for', () => {
  it.each([
    ['run <date> --to <last-date>', ['<date>', '<last-date>']],
    ['kubectl logs <pod name> -n <your-cluster>', ['<pod name>', '<your-cluster>']],
    ["NODE='<value of instance label from alert>'", ['<value of instance label from alert>']],
    ["aws ssm start-session --target <the InstanceId you've copied>", ["<the InstanceId you've copied>"]],
    ['kubectl -n $NAMESPACE delete pod --all', ['$NAMESPACE']],
    ['kubectl -n "${NS}" logs ${POD}', ['$NS', '$POD']],
    ['rm -rf "${DIR%/}/old"', ['$DIR']],
    ['psql "${DSN:?not set}"', ['$DSN']],
    ['docker logs {{ job }} --tail 100', ['{{ job }}']],
    ['kubectl -n {{ $labels.namespace }} get pods', ['{{ $labels.namespace }}']],
    ['kubectl -n NAMESPACE get pods', ['NAMESPACE']],
    ['az aks show --name YOUR_CLUSTER', ['YOUR_CLUSTER']],
    ['ssh <user>@<host> "systemctl restart <service>"', ['<user>', '<host>', '<service>']],
    ['cat <<EOF\nns: $NS\nEOF', ['$NS']],
    ['for p in $(kubectl -n $NS get pod -o name); do kubectl -n $NS delete $p; done', ['$NS']],
    ['NS=etl kubectl -n $NS get pods', ['$NS']],
    ['kubectl set env FOO=bar && echo $FOO', ['$FOO']],
    ['docker run -e TOKEN=x ring $TOKEN', ['$TOKEN']],
    ['ssh ring "echo $A \\$B"', ['$A']],
  ])('V1 %j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it.each([
    'a < b > c <1> <> <<EOF',
    'sort <input -u >output',
    'diff <(kubectl get a) <(kubectl get b)',
    'mysql ring <dump 2>errors',
    "curl -d '<name>x</name>' http://ring",
    'kubectl get pods | grep "<none>"',
    'NS=etl\nkubectl -n $NS get pods',
    'export NS=etl && kubectl -n $NS get pods',
    'read -r NS; kubectl -n $NS get pods',
    'f() { local pod=$1; kubectl delete pod $pod; }',
    'while read -r pod; do kubectl delete pod $pod; done < pods',
    'for ((i=0; i<3; i++)); do echo $i; done',
    'echo "${NS:-default}" "${A+x}" ${B:=c} $B',
    'if [ -z "$KUBECONFIG" ]; then echo none; fi',
    'source env.sh && kubectl -n $NS get pods',
    'export $(cat .env | xargs) && psql $DSN',
    "awk '{print $NF}' x | jq '.[$name]'",
    'cd $HOME/$USER && echo $PWD $? $1 $$ $# $@ "$(date)" $((1 + 2)) $RANDOM',
    "kubectl get pod -o go-template='{{range .items}}{{.metadata.name}}{{end}}'",
    "docker ps --format '{{json .}}'",
    "ssh ring 'echo $HOSTNAME $X'",
    "cat <<'EOF'\n$NS\nEOF",
    'aws cloudwatch get-metric-data --namespace AWS/RDS',
    'sar -n DEV 1 5',
    'echo a # of $NS and <pod>',
    'echo \\$NS',
    '[[ "$1" =~ ^a$ ]]',
    'echo "${{ secrets.X }}"',
  ])('V1 nothing in %j', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it('V1 of queries and other languages only names: `$__interval` is Grafana’s', () => {
    expect(namesIn('sum(rate(x{ns="$namespace", pod="<pod>"}[$__interval]))', 'promql')).toEqual(['<pod>'])
    expect(namesIn('SELECT * FROM t WHERE a <b AND c> 3 AND d = <id>', 'sql')).toEqual(['<id>'])
    expect(namesIn("select count(*) from runs where job = '$1' and x = $x")).toEqual(['$x'])
    expect(namesIn('select count(*) from runs where x = $x', '')).toEqual([])
  })

  it('V1 one name in several ways of writing is one variable', () => {
    const text = 'kubectl -n $POD_NAME get <pod-name> <pod name> ${pod_name} <podName>'
    expect(namesIn(text)).toEqual(['$POD_NAME'])
    expect(filled(text, { 'pod name': 'web-1' })).toBe('kubectl -n web-1 get web-1 web-1 web-1 web-1')
  })

  it('V1 are ordinary names also when every object has something of that name', () => {
    expect(filled('run <constructor> <toString>', {})).toBe('run <constructor> <toString>')
    expect(filled('run <constructor>', { constructor: 'x' })).toBe('run x')
  })

  it('V1 nothing of a command is lost when it is cut, whatever it is', () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      'a',
      'NS',
      ' ',
      '-',
      '1',
      '\n',
      '$',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '`',
      '\\',
      '#',
      '=',
      ';',
      'EOF',
      '<<EOF\n',
      'sh -c ',
      'ssh h ',
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('')
        const { parts } = readingOfText('sh', text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(filledCommand({ parts, variables: [] }, known({}))).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('V1 takes time in proportion to the length', () => {
    const ms = (count: number): number => {
      const text = 'ssh h "a $(b `c <d e $F` <<EOF)" {{ x }} ${G%x} '.repeat(count)
      const startedMs = performance.now()
      readingOfText('sh', text)
      return performance.now() - startedMs
    }
    ms(500)
    const shortMs = Math.min(ms(500), ms(500), ms(500))
    expect(ms(8_000)).toBeLessThan(16 * 6 * shortMs)
  })
})

describe('V2 a value in a command', () => {
  it.each([
    ['mysql <db>', "mysql 'o'\\''brien db'"],
    ['mysql "<db>"', 'mysql "o\'brien db"'],
    ["mysql '<db>'", "mysql 'o'\\''brien db'"],
    ['mysql $DB', "mysql 'o'\\''brien db'"],
    ['cat <<EOF\n<db>\nEOF', "cat <<EOF\no'brien db\nEOF"],
  ])('V2 is quoted for where it stands in %j', (text, result) => {
    expect(filled(text, { db: "o'brien db" })).toBe(result)
  })

  it('V2 of plain characters stands as it is, and so does any in a query', () => {
    expect(filled('x <a> "$A"', { a: 'user@db-1.example:5432/x,y=%2B+_' })).toBe(
      'x user@db-1.example:5432/x,y=%2B+_ "user@db-1.example:5432/x,y=%2B+_"',
    )
    expect(filled("select * from t where name = '<n>'", { n: 'a b' }, 'sql')).toBe("select * from t where name = 'a b'")
  })

  it('V2 is put in where it is known, and the rest stays as written', () => {
    expect(filled('bq <date> <other> # of <date>', { date: '2026-12-23', other: '  ' })).toBe(
      'bq 2026-12-23 <other> # of 2026-12-23',
    )
  })

  it('V2 of an alert is refused where it is an option or leads to another folder; of a person it is not', () => {
    const refused = (text: string, given: Record<string, string>, value: string) =>
      unsafeVariables(
        readingOfText('sh', text),
        known(given, () => value),
      ).map(({ written }) => written)
    for (const value of ['--all', '-A', '../../etc', '..', 'a/../b'])
      expect(refused('kubectl delete pod <pod>', {}, value), value).toEqual(['<pod>'])
    for (const value of ['web-1', 'a..b', 'v1.2', '.hidden'])
      expect(refused('kubectl delete pod <pod>', {}, value), value).toEqual([])
    expect(refused('kubectl delete pod <pod>', { pod: '--all' }, '')).toEqual([])
  })

  it('V2 of an alert stays one of an alert when a step sets a name to it', () => {
    const steps = parseRunbook({
      path: 'a.md',
      text: '# A\n\n## Mitigation\n\n1. Set it\n\n   ```bash\n   export P=<pod>\n   ```\n2. Delete it\n\n   ```bash\n   kubectl delete pod $P\n   ```\n',
    }).steps
    const [reading] = readingsOf(steps).get(steps[1]?.id ?? '') ?? []
    if (reading === undefined) throw new Error('no command')
    const fromAlert = known({}, ({ name }) => (name === 'pod' ? '--all' : ''))
    expect(unsafeVariables(reading, fromAlert)).toHaveLength(1)
    expect(unsafeVariables(reading, known({ pod: '--all' }))).toEqual([])
  })

  it('V2 for a shell without the quotes of POSIX only a value that means itself there is run', () => {
    const isRefused = (value: string) =>
      unsafeVariables(readingOfText('', 'ping <host>'), known({ host: value }), false).length > 0
    expect(['x & calc', '%PATH%', 'a,b', '@x'].map(isRefused)).toEqual([true, true, true, true])
    expect(['ring-b', '10.0.0.1:80'].map(isRefused)).toEqual([false, false])
  })

  it.each([
    "echo 'echo <pod>' > f.sh",
    "echo 'echo <pod>' > f\nsh f",
    "printf '%s' <pod> | tee f; sh f",
    'echo "echo <pod>" >> f; . ./f',
    'BASH_ENV=<pod> bash -c true',
    "PAGER='<pod>' git log",
    'tar cf x.tar . --checkpoint-action=exec=<pod>',
  ])('V2 what may run later is no place for more than plain characters: %s', (text) => {
    const reading = readingOfText('bash', text)
    expect(unsafeVariables(reading, known({ pod: '$(x)' }))).toHaveLength(1)
    expect(unsafeVariables(reading, known({ pod: 'ring-0' }))).toEqual([])
  })

  it('V2 what is only kept in a file may be anything', () => {
    expect(unsafeVariables(readingOfText('bash', 'kubectl logs <pod> > out.log'), known({ pod: 'a b' }))).toEqual([])
  })

  it('V1 V2 a hundred thousand and more names in one text are read', () => {
    const text = `relayctl run "${'$A '.repeat(140_000)}"`
    expect(readingOfText('bash', text).variables).toHaveLength(1)
  })

  it('V2 of a name that is cut is set before', () => {
    expect(filled('rm -r "${DIR%/}/old"', { DIR: '/var x/' })).toBe('DIR=\'/var x/\'\nrm -r "${DIR%/}/old"')
  })
})

describe('V3 what one command sets for those after it', () => {
  const steps = (...blocks: readonly string[]) => {
    const list = blocks.map(
      (block, at) => `${at + 1}. Run part ${at + 1}\n\n   \`\`\`bash\n   ${block.replaceAll('\n', '\n   ')}\n   \`\`\``,
    )
    const all = parseRunbook({ path: 'a.md', text: `# A\n\n## Mitigation\n\n${list.join('\n')}\n` }).steps
    const read = readingsOf(all)
    return all.flatMap(({ id }) => read.get(id) ?? [])
  }
  const last = (values: Record<string, string>, ...blocks: readonly string[]) => {
    const reading = steps(...blocks).at(-1)
    if (reading === undefined) throw new Error('no command')
    const found = reading.variables.map((variable) => foundValue(variable, known(values)))
    return { text: filledCommand(reading, known(values)), open: openVariables(reading, known(values)).length, found }
  }

  it('V3 a name that a command sets to a word stands for it in the next step', () => {
    expect(last({}, 'export TARGET=prod-eu', 'echo "[$TARGET]"')).toMatchObject({
      text: 'echo "[prod-eu]"',
      open: 0,
      found: [{ from: 'above' }],
    })
    expect(last({}, 'A="x y"', "A='z'", 'echo $A').text).toBe('echo z')
  })

  it('V3 one that is set to something to fill in takes its value', () => {
    const blocks = ['export NS="<your namespace>-$ENV"', 'kubectl -n $NS get pods'] as const
    expect(last({}, ...blocks)).toMatchObject({ open: 1, text: 'kubectl -n $NS get pods' })
    expect(last({ 'your namespace': 'etl' }, ...blocks).open).toBe(1)
    expect(last({ 'your namespace': 'etl', ENV: 'prod' }, ...blocks)).toMatchObject({
      open: 0,
      text: 'kubectl -n etl-prod get pods',
    })
  })

  it('V3 one that only running would tell has a field of its own', () => {
    const blocks = ['POD=$(kubectl get pod -o name | head -1)', 'kubectl delete $POD'] as const
    expect(last({}, ...blocks)).toMatchObject({ open: 1, text: 'kubectl delete $POD' })
    expect(last({ pod: 'pod/a' }, ...blocks)).toMatchObject({ open: 0, text: 'kubectl delete pod/a' })
    expect(last({}, 'source env.sh', 'psql $DSN').open).toBe(1)
  })

  it('V3 what somebody gave counts more than what was set above', () => {
    expect(last({ target: 'us' }, 'TARGET=eu', 'echo $TARGET')).toMatchObject({
      text: 'echo us',
      found: [{ from: 'given' }],
    })
  })
})

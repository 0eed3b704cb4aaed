// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts of a shell, whose `${NAME}` is what is tested.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { filledCommand, readingOfText, unsafeVariables } from '../../shared/runbook/variables/run-variables.ts'
import { standInTools } from '../support/stand-in-tools.ts'

/** Places that no rule quotes for: more than the script's own shell reads them, or nobody knows how it does. */
const unsure = [
  'echo $((<v> + 1))',
  '((x = <v>)); echo $x',
  'if (( <v> > 3 )); then echo a; fi',
  'echo $[<v>+1]',
  'echo "$(( <v> ))"',
  'let "x = <v>"',
  'x=<v>; echo $((x + 1))',
  'x=<v>; a=(1 2); echo "${a[$x]}" "${a:$x}" "${!x}"',
  'declare -i x=<v>',
  'x=<v>; [[ $x -gt 3 ]]',
  '[[ <v> -gt 3 ]]',
  'test -v <v>',
  'printf -v <v> a',
  'unset <v>',
  'declare <v>=1',
  'a[<v>]=1',
  'echo $<v>',
  'echo "$<v>"',
  'cat <<EOF\n$<v>\nEOF',
  'ssh h \'bash -c "echo <v>"\'',
  'ssh h "bash -c \'echo <v>\'"',
  'ssh h bash -c "\'echo <v>\'"',
  'kubectl exec p -- bash -c \'su - postgres -c "echo <v>"\'',
  'docker exec db bash -c "su postgres -c \'echo <v>\'"',
  'eval \'eval "echo <v>"\'',
  'V=<v>; eval "echo $V"',
  'V=<v>\nssh h "echo $V"',
  'V=<v>; ssh h "echo \'$V\'"',
  'V=<v>; $V',
  'V="<v>"; bash -c "echo ${V%x}"',
  'bash -c "echo ${V%.*}"',
  'export V=<v>; bash -c \'eval "$V"\'',
  'for c in <v>; do eval $c; done',
  'f() { sh -c "$*"; }; f <v>',
  'f() { eval "$1"; }; f <v>',
  'set -- <v>; ssh h "echo $1"',
  'read -r c <<< <v>; eval "$c"',
  'C=$(echo <v>); sh -c "$C"',
  'sh -c <v>',
  'sh -c "<v>"x',
  "sh -c 'echo '\\''<v>'\\'''",
  'ssh h "echo \'"<v>"\'"',
  'ssh h "echo \'" <v> "\'"',
  "ssh h echo \\'<v>\\'",
  "sh -c 'echo \\' <v>",
  'sh -c "echo \\\\" <v>',
  'sh -c "$(echo echo <v>)"',
  'sh -c "$(echo "echo <v>")"',
  'ssh h "echo `echo <v>`"',
  'ssh h "rm $(basename <v>)"',
  'v=`echo \\`echo <v>\\``; echo "$v"',
  "bash -c $'echo <v>'",
  'trap "echo <v>" EXIT',
  'alias q="echo <v>"',
  'echo x | xargs -I{} sh -c "echo <v>"',
  'find . -maxdepth 0 -exec sh -c "echo <v>" \\;',
  'bash <<EOF\necho <v>\nEOF',
  "bash <<'EOF'\necho <v>\nEOF",
  "ssh h <<'EOF'\necho <v>\nEOF",
  'ssh h <<EOF\necho "<v>"\nEOF',
  "ssh h bash -s <<'EOF'\necho <v>\nEOF",
  'sudo -u x bash <<EOF\necho "<v>"\nEOF',
  'kubectl exec -i p -- sh <<EOF\necho <v>\nEOF',
  'cat <<EOF | bash\necho <v>\nEOF',
  '{ cat <<EOF\necho <v>\nEOF\n} | bash',
  '(echo "echo <v>") | sudo bash',
  'echo "echo <v>" | bash',
  'echo <v> | while read -r c; do $c; done',
  'echo <v> | { sh; }',
  'echo <v> |\nsh',
  'bash <<< "echo <v>"',
  'bash <(echo "echo <v>")',
  'source <(echo "echo <v>")',
  'echo <v> > >(bash)',
  'echo <v> | xargs -I{} sh -c "echo {}"',
  'echo <v> | xargs ssh h echo',
  'bash -c "cat <<EOF\n<v>\nEOF"',
  'cat <<!\n<v>\n!',
  'cat <<"a b"\n<v>\na b',
  'cat <<EOF\na\nEOF \n<v>',
  'cat <<EOF > f.sh\necho <v>\nEOF\nsh f.sh',
  'echo $((1<<n))\necho <v>',
  'echo "$(case a in a) echo <v>;; esac)"',
  'echo "${X:-<v>}"',
  'echo "${X:-\'<v>\'}"',
  'awk \'BEGIN { print "<v>" }\'',
  "awk '/<v>/ { print }' /dev/null",
  'sed -n "s/<v>/x/e" /dev/null',
  'psql -c "select 1 where x = \'<v>\'"',
  'mysql --execute="select \'<v>\'"',
  'python3 -c "print(\'<v>\')"',
  'gcloud compute ssh ring --command "systemctl restart <v>"',
  'pdsh -w ring "systemctl restart <v>"',
  'relayctl run "restart <v>"',
  "echo '<v>",
] as const

/** Places within something that reads on, for which there is a rule. */
const known = [
  'runuser -l postgres -c "echo <v>"',
  'sudo watch -n1 "echo <v>"',
  `${'/'.repeat(90)}usr/bin/env -u A bash -c "echo <v>"`,
  'sudo -u x watch echo <v>',
  'if true; then eval "echo <v>"; fi',
  'for i in 1; do watch "echo <v>"; done',
  'A=1 eval "echo <v>"',
  'time bash -c "echo <v>"',
  'timeout 5 bash -c "echo <v>"',
  'env bash -lc "echo <v>"',
  'bash -x -c "echo <v>"',
  'bash -c -- "echo <v>"',
  'kubectl exec p -- sh -c \'echo "<v>"\'',
  'docker exec db bash -c "echo <v>"',
  'bash -c \'echo "$1"\' x <v>',
  'echo <v> | grep -v zzz | sort',
  'echo <v> | xargs echo',
  'find . -name "<v>"',
  '[ -n "<v>" ] && echo "<v>"',
  'export X="a <v>"; echo "$X"',
  'f() { echo <v>; }; f',
  'echo "a" # it\'s <v>\necho b',
  'for i in <v>; do echo "$i"; done',
] as const

const hostile = [
  '$(touch RAN)',
  '`touch RAN`',
  '; touch RAN #',
  "'; touch RAN; '",
  '"; touch RAN; "',
  'a[$(touch RAN)]',
  "\\'; touch RAN; '",
  '(touch RAN)',
  'a"b}!\\ touch RAN',
] as const
const tools = standInTools()
afterAll(tools.remove)

const filledIn = (language: string, place: string, value: string) => {
  const values = { given: { v: value }, labelled: () => '' }
  const reading = readingOfText(language, place)
  return { text: filledCommand(reading, values), isRefused: unsafeVariables(reading, values).length > 0 }
}

/** What a shell runs of a place with each of the values in it, where Nightdesk would let it run. */
function ranOf(shell: string, language: string, place: string): readonly string[] {
  const ran = join(tools.folder, 'RAN')
  const run = (texts: readonly string[]): boolean => {
    rmSync(ran, { force: true })
    const each = `for text; do ${shell} -c "$text" < /dev/null > /dev/null 2>&1; done`
    spawnSync('sh', ['-c', each, 'sh', ...texts], { cwd: tools.folder, env: tools.env, timeout: 30_000 })
    return existsSync(ran)
  }
  const texts = hostile
    .map((value) => filledIn(language, place, value))
    .filter(({ isRefused }) => !isRefused)
    .map(({ text }) => text)
  return texts.length > 0 && run(texts) ? texts.filter((text) => run([text])) : []
}

describe.skipIf(process.platform === 'win32')('V2 a value never runs as code', () => {
  it.each(unsure)('V2 is refused in %j unless it is plain', (place) => {
    for (const value of hostile) expect(filledIn('bash', place, value).isRefused, value).toBe(true)
    expect(filledIn('bash', place, 'ring-b.example:5432').isRefused).toBe(false)
  })

  it.each(known)('V2 runs nothing in %j', (place) => {
    expect(filledIn('bash', place, 'a b').isRefused).toBe(false)
    expect(ranOf('sh', 'sh', place)).toEqual([])
  })

  it.skipIf(spawnSync('bash', ['-c', ':']).status !== 0).each(known)('V2 bash runs nothing in %j', (place) => {
    expect(ranOf('bash', 'bash', place)).toEqual([])
  })

  it('V2 ANSI quotes are for shells that have them, and POSIX quotes not for fish', () => {
    const isRefused = (language: string, place: string) => filledIn(language, place, "'; touch RAN #").isRefused
    expect(isRefused('sh', "printf %s $'<v>'")).toBe(true)
    expect(isRefused('', "printf %s $'<v>'")).toBe(true)
    expect(isRefused('bash', "printf %s $'<v>'")).toBe(false)
    expect(isRefused('fish', 'echo <v>')).toBe(true)
    expect(isRefused('powershell', 'Get-Pod <v>')).toBe(true)
  })
})

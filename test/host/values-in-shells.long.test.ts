// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts of a shell, whose `${NAME}` is what is tested.
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { filledCommand, readingOfText, unsafeVariables } from '../../shared/runbook/variables/run-variables.ts'
import { standInTools } from '../support/stand-in-tools.ts'

const tools = standInTools()
afterAll(tools.remove)

/** Places for a value; each prints what arrives there. */
const places = [
  "printf '%s\\n' <x>",
  "printf '%s\\n' a<x>z",
  "printf '%s\\n' '<x>'",
  'printf \'%s\\n\' "<x>"',
  "printf '%s\\n' $X",
  'printf \'%s\\n\' "${X}"',
  'printf \'%s\\n\' "${X%.never}"',
  "printf '%s\\n' \"$(printf '%s' <x>)\"",
  "v=`printf '%s' <x>`; printf '%s\\n' \"$v\"",
  'v=`printf \'%s\' "<x>"`; printf \'%s\\n\' "$v"',
  "v=`printf '%s' $X`; printf '%s\\n' \"$v\"",
  'V=<x>\nprintf \'%s\\n\' "$V"',
  "{ printf '%s\\n' <x>; } 2>&1 | cat",
  'if true; then (printf \'%s\\n\' "<x>"); fi # <x>',
  'cat <<EOF\n<x>\nEOF',
  "cat <<'EOF'\n<x>\nEOF",
  'cat <<-EOF\n\t$X\n\tEOF',
  'sh -c \'printf "%s\\n" <x>\'',
  'sh -c \'printf "%s\\n" "<x>"\'',
  'sh -c "printf \'%s\\n\' <x>"',
  "sh -c \"printf '%s\\n' '<x>'\"",
  'sh -c "printf \'%s\\n\' \\"<x>\\""',
  'sh -c "printf \'%s\\n\' \\"$X\\""',
  'sh -c "printf \'%s\\n\' \\"\\$(printf \'%s\' <x>)\\""',
  'eval "printf \'%s\\n\' <x>"',
  "eval printf '%s' <x>; echo",
  "ssh ring printf '%s' <x>; echo",
  'ssh ring "printf \'%s\\n\' <x>"',
  'ssh ring \'printf "%s\\n" "<x>"\'',
  'ssh ring printf \'%s\' a"<x>"z; echo',
] as const
const ofBash = ["printf '%s\\n' $'<x>'", 'cat <<< <x>', 'cat <<< "<x>"'] as const

const hostile = fc
  .array(
    fc.constantFrom(...'ab1 \'"$`\\!;|&<>()*?~#{}[]=%-/', '$(id)', '`id`', '\nEOF', "'; id; '", '${HOME}', '\\n'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((units) =>
    units
      .join('')
      .replace(/[\r\n]+/g, ' ')
      .trim(),
  )
  .filter((value) => value !== '')

function arrives(shell: string, place: string, value: string): void {
  const known = { given: { x: value }, labelled: () => '' }
  const reading = readingOfText('bash', place)
  const text = filledCommand(reading, known)
  // Nothing keeps a document from ending at its word: such a command is refused.
  expect(unsafeVariables(reading, known)).toHaveLength(/<<-?'?EOF/.test(place) && 'EOF'.includes(value) ? 1 : 0)
  if (unsafeVariables(reading, known).length > 0) return
  const { stdout, stderr } = spawnSync(shell, ['-c', text], { encoding: 'utf8', timeout: 10_000, env: tools.env })
  const around = /a"?<x>"?z/.test(place)
  expect({ text, stdout, stderr }).toEqual({ text, stdout: around ? `a${value}z\n` : `${value}\n`, stderr: '' })
}

describe('V2 a value arrives in a real shell as it was given, and runs nothing', () => {
  it.skipIf(process.platform === 'win32').each(places)(
    'V2 %j',
    (place) => {
      fc.assert(
        fc.property(hostile, (value) => arrives('/bin/sh', place, value)),
        { numRuns: 25, examples: [['EOF'], ["o'brien db"], ['db1; touch /tmp/x'], ['$(id)'], ['a!b'], ['\\']] },
      )
    },
    60_000,
  )

  it.skipIf(spawnSync('bash', ['-c', ':']).status !== 0).each([...places, ...ofBash])(
    'V2 bash %j',
    (place) => {
      fc.assert(
        fc.property(hostile, (value) => arrives('bash', place, value)),
        { numRuns: 10 },
      )
    },
    60_000,
  )
})

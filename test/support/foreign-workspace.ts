import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the foreign runbook stands in its workspace. */
export const foreignRunbook = 'runbooks/aggregate-growth-investors.md'

const secret = ['ghp', '_a8F3kQ9zR1tV7wX2yB4nM6cD5eH0jK8LpQ3s'].join('')

/** What must never be seen of what the last command of the runbook prints. */
export const secretInOutput = secret

const text = `Growth numbers do not come
==========================

Written for humans, long before any console. Last touched by the platform team.

## Failure scenarios

### The loader is stuck

You see: the job runs for more than an hour and writes nothing.

1. Look at the table (5 min)

   \`\`\`sh
   printf 'table is %s\\n' '<table>'
   \`\`\`
2. Find what holds it:
   1. Look for a lock
   2. Look whether the disk is full
3. Restart the loader

   \`\`\`sh
   touch ran-by-itself
   \`\`\`
4. Watch it come back

   \`\`\`sh
   echo started; while [ ! -e gate ]; do sleep 0.05; done; echo "with ${secret}" >&2; echo finished
   \`\`\`

### The source is late

You see: no file since midnight.

1. Ask the source team when it comes
2. Tell the readers
`

/** The same file after somebody edited it in the middle of the night: a new first step, one reworded, the rest as it was. */
export const editedRunbook = text
  .replace('1. Look at the table (5 min)', '1. Open the loader board\n2. Look at the table (5 min)')
  .replace('3. Restart the loader\n', '3. Restart the loader once\n')

const bare = '# Release notes of the loader\n\nVersion 3 is faster. Nothing is asked of anybody here.\n'

/** A workspace of its own: the demo team, and runbooks that never heard of Nightdesk. */
export function makeForeignWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
  cpSync(join(import.meta.dirname, '../../fixtures/workspace/team.yaml'), join(folder, 'team.yaml'))
  mkdirSync(join(folder, 'runbooks'))
  writeFileSync(join(folder, foreignRunbook), text)
  writeFileSync(join(folder, 'runbooks/growth-is-late.md'), '# Growth is late\n\n1. Read the other runbook\n')
  writeFileSync(join(folder, 'runbooks/release-notes.md'), bare)
  return folder
}

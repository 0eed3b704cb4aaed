import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const typedIn = (...lines: string[]) =>
  runbookOf('# Ring full', '## Mitigation', '', 'Look:', '', ...lines, '', 'Then wait.').steps.flatMap(({ commands }) =>
    commands.map(({ text }) => text),
  )

const commands = [
  'mysql relay < dump.sql',
  'kubectl get pods && kubectl get nodes',
  'kubectl logs relay-0 2>&1 | grep -v "a_b"',
  'curl -s https://relay.example.org/health',
  'curl -s "https://relay.example.org/rings?from=1&copy=2"',
  'rm /tmp/*.log /srv/ring/*.log',
  'kubectl delete pod relay_0 --namespace <namespace>',
]
const asEntities = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const asEscaped = (text: string) => text.replace(/[_*<>#~]/g, '\\$&')
const asLinks = (text: string) =>
  text.replace(/https:[^\s"]+/g, (url) => (text.includes('"') ? url : `[${url}](${url})`))
const asAddresses = (text: string) => text.replace(/https:[^\s"]+/g, (url) => (text.includes('"') ? url : `<${url}>`))

describe('R3.3 what is typed in plain text is what its page shows', () => {
  it.each(commands)('R3.3 "%s" in every way to write it', (command) => {
    for (const write of [(text: string) => text, asEntities, asEscaped, asLinks, asAddresses]) {
      expect(typedIn(write(command)), write(command)).toEqual([command])
      expect(typedIn(`$ ${write(command)}`).map((text) => text.replace(/^\$ /, ''))).toEqual([command])
      expect(typedIn(`> ${write(command)}`), `> ${write(command)}`).toEqual([command])
    }
  })

  it('R3.3 the backslash that ends a line of text is not typed, the one that goes on is', () => {
    expect(typedIn('kubectl get pods\\', 'kubectl get nodes')).toEqual(['kubectl get pods\nkubectl get nodes'])
    expect(typedIn('kubectl get pods\\', 'Look at the ring as well.')).toEqual(['kubectl get pods'])
    for (const lines of [
      ['kubectl get pods \\', '-n relay'],
      ['kubectl get pods\\', '  -n relay'],
      ['ssh relay \\', 'systemctl restart relay'],
    ])
      expect(typedIn(...lines).map((text) => text.replace(/\n +/, '\n'))).toEqual([
        lines.join('\n').replace(/\n +/, '\n'),
      ])
  })
})

import { describe, expect, it } from 'vitest'
import { checkRunbook, checkRunbookIds } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { body, checkContext, front, rulesOf, withBody } from './checked-sample.ts'

describe('R8 linter', () => {
  it('R8 a complete runbook has no findings', () => {
    expect(
      withBody(
        '',
        '[faq](../reference/faq.md#x) [up](#sla) [web](https://example.com) ![map](/images/map.png) [mail](mailto:a@example.com)',
      ),
    ).toEqual([])
  })

  it('R8 names the key parts a pipeline runbook lacks, and those an alert runbook lacks', () => {
    expect(rulesOf([...front, '# T', '1. Look'])).toEqual([
      'runbook/missing-escalation',
      'runbook/missing-scenarios',
      'runbook/missing-sla',
      'runbook/missing-sources',
    ])
    expect(rulesOf(['---', 'owner: eng-a', '---', '# DiskFull', '## Meaning', 'm', '## Diagnosis', '1. Look'])).toEqual(
      ['runbook/missing-escalation', 'runbook/missing-impact'],
    )
  })

  it('R8 a runbook without any step is an error', () => {
    expect(rulesOf([...front, '# T', 'The weather is fine.'])).toContain('runbook/no-steps')
  })

  it('R8 a step without an action', () => {
    const more = [
      '## Debugging steps',
      '1. TODO',
      '2. The logs',
      '3. Restart it',
      '4. `kubectl get pods`',
      '5. [logs](https://example.com/logs)',
      '6. בדקו',
      '7. Step 3',
      '8. ...',
    ]
    expect(withBody(...more)).toEqual([16, 17, 22, 23].map((line) => `runbook/step-without-action:${line}`))
  })

  it.each([
    ['an end to wait for', ['- [ ] Leader election completed', '- [ ] Service accessible']],
    ['what stands below it', ['1. Long term:', '   - Add a second broker', '2. TODO', '   1. Call the owner']],
    ['what stands in the next lines', ['1. The logs', '', '   They are in the bucket `logs-prod`, one folder a day.']],
    ['a way', ['1. Either:', '   - Restart the pod', '   - Drain the node']],
    ['a cause', ['1. Gitaly is overloaded', '2. DB/RPC locking issues.']],
    ['an order that begins like a placeholder', ['1. Fill in the form', '2. None of the pods may be left running']],
  ])('R8 a step that may be %s is not called one', (_, lines) => {
    expect(withBody('## Debugging steps', ...lines)).toEqual([])
  })

  it('R8 a scenario without steps, or standing there twice', () => {
    expect(rulesOf([...front, ...body, '## Failure modes', '### Late', '### Odd', 'words'])).toEqual([
      'runbook/duplicate-scenario:16',
      'runbook/scenario-without-steps:16',
      'runbook/scenario-without-steps:17',
    ])
  })

  it('R8 secrets, never repeated in the message; names for secrets are fine', () => {
    const secret = `AKIA${'QWERTYUIOP123456'}`
    const runbook = parseRunbook({
      path: 'runbooks/sample.md',
      text: [...front, ...body, `key ${secret}`, 'PASSWORD=$DB_PASSWORD psql', 'password=<password>'].join('\n'),
    })
    const found = checkRunbook(runbook, checkContext)
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([['runbook/secret', 15]])
    expect(JSON.stringify(found)).not.toContain(secret)
  })

  it('R8 W3 a word that only fills the place of a password is none; what somebody may use is told', () => {
    const lines = (...values: readonly string[]) => withBody(...values.map((value) => `x ${value} y`))
    const fillers = ['xxx', 'yyyyy', 'abc', 'foo', 'foobar', 'foobarbaz', 'md5foobarbaz', '...']
    expect(lines(...fillers.map((value) => `password=${value}`), "PASSWORD 'md5foobarbaz'", '`pwd=xxx`,')).toEqual([])
    const used = [
      'abc123',
      'xxy',
      'xxx1',
      'foobar7',
      'xxx;pwd=S3cr3t!x',
      'md5a1b2c3',
      'hunter',
      'fooled',
      'aaa',
      'barn',
    ]
    expect(lines(...used.map((value) => `password=${value}`))).toEqual(
      used.map((_, index) => `runbook/secret:${front.length + body.length + 1 + index}`),
    )
  })

  it('R8 what could not be read is among the findings, and each has a fix hint', () => {
    const runbook = parseRunbook({ path: 'runbooks/sample.md', text: '---\na: [\n---\n[x](gone.md)' })
    const found = checkRunbook(runbook, checkContext)
    expect(found.map(({ rule }) => rule)).toContain('runbook/front-matter-invalid')
    expect(found.filter(({ hint }) => hint === undefined)).toEqual([])
  })

  it('R8 two runbooks with one id', () => {
    const one = parseRunbook({ path: 'a.md', text: '---\nid: x\n---' })
    const other = parseRunbook({ path: 'b.md', text: '---\nid: x\n---' })
    expect(checkRunbookIds([one, other], checkContext)).toMatchObject([
      { file: 'b.md', line: 2, rule: 'runbook/duplicate-id' },
    ])
  })

  it('R8 an id of two is silenced at its line or in the file, and to Docusaurus it is a name within its folder', () => {
    const page = (path: string, ...lines: string[]) =>
      parseRunbook({ path, text: ['---', 'title: x', ...lines, 'id: x', '---'].join('\n') })
    const [one, other] = [page('en/a.md'), page('de/a.md')]
    const told = (files: readonly string[], ...pages: (typeof one)[]): string[] =>
      checkRunbookIds(pages, { files: new Set(files), within: 'docs' }).map(({ file, line }) => `${file}:${line}`)
    expect(told([], one, other)).toEqual(['de/a.md:3'])
    expect(told(['docusaurus.config.js'], one, other)).toEqual([])
    expect(told(['docusaurus.config.js'], one, page('en/b.md'))).toEqual(['en/b.md:3'])
    expect(told([], one, page('b.md', 'nightdesk: {disable: [duplicate-id]}'))).toEqual([])
    expect(told([], one, page('b.md', '# nightdesk-disable-next-line duplicate-id'))).toEqual([])
  })
})

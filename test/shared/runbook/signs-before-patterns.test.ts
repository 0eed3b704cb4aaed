import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecrets } from '../../../shared/kit/workspace-secrets.ts'
import { PROMPT, shapeOfPrompt } from '../../../shared/runbook/commands/command-lines.ts'
import { looksForeign } from '../../../shared/runbook/languages/languages.ts'
import { isCallOutMark, titleInTag, titleLine, titleOfComponent } from '../../../shared/runbook/text/call-out-marks.ts'
import { isModuleLine } from '../../../shared/runbook/text/component-tags.ts'
import { mayBeMark, mayBeTag } from '../../../shared/runbook/text/line-signs.ts'
import { oneLineTag } from '../../../shared/runbook/text/one-line-tags.ts'
import { commonMarkLines } from '../../../shared/runbook/text/source-lines.ts'
import { tabContainer, tabTag } from '../../../shared/runbook/text/tab-marks.ts'

const lineOf = (...parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 7 }).map((found) => found.join(''))

/** What prompts, tags and marks are made of, one behind another. */
const PROMPTS = lineOf(
  ...[
    'root@relay',
    ':',
    '~',
    '/srv',
    ' ',
    '$',
    '#',
    '%',
    '>',
    '*',
    '❯',
    '➜',
    '(',
    ')',
    '[',
    ']',
    'PS',
    'C:\\',
    'In [1]:',
  ],
  ...[
    '>>>',
    '(gdb)',
    '[zk: ring(CONNECTED) 0]',
    'sh-5.1',
    'bash',
    'mysql',
    'ring=',
    ':)',
    'Ring (b)',
    'relayctl',
    'kubectl',
  ],
)
const MARKS = lineOf(
  ...[
    '!!! ',
    '???+ ',
    '=== ',
    '"Linux"',
    '{{< ',
    '{{% ',
    '{% ',
    '%}',
    '>}}',
    '<',
    '</',
    '>',
    '/>',
    'Step',
    'tab',
    'TabItem',
  ],
  ...[
    ' title="a"',
    ':::',
    '::EndTabs',
    '///',
    '{tab-item}',
    '# [a](#tab/b)',
    '---',
    '***',
    ' ',
    '  ',
    '> [!NOTE]',
    '[NOTE]',
  ],
  ...[
    '(a-b)=',
    '$$$a$$$',
    'import "a"',
    'export default ',
    ':alt: ',
    '[TOC]',
    'note',
    'words of it',
    'a',
    'highlight',
    'endcode',
  ],
)

describe('what one look tells before a pattern is asked', () => {
  it('holds for each prompt', () => {
    fc.assert(
      fc.property(PROMPTS, (line) => {
        expect(shapeOfPrompt(line)).toBe(PROMPT.exec(line)?.[0])
      }),
    )
  })

  it('holds for each mark and tag of a site builder', () => {
    fc.assert(
      fc.property(MARKS, (line) => {
        if (tabTag(line) !== undefined || tabContainer(line) !== undefined) expect(mayBeMark(line)).toBe(true)
        const isTag =
          oneLineTag(line) !== undefined ||
          titleInTag(line) !== '' ||
          titleOfComponent(line) !== '' ||
          isModuleLine(line) ||
          isCallOutMark(line)
        if (isTag) expect(mayBeTag(line)).toBe(true)
        if (!mayBeMark(line) && !mayBeTag(line)) expect(titleLine(line)).toBe('')
      }),
    )
  })

  it.each([
    ['!!! warning', ''],
    ['  ??? note', ''],
    ['(restore-a-ring)=', ''],
    ['$$$restore-a-ring$$$', ''],
    ['[TOC]', ''],
    ['import Tabs from "@theme/Tabs"', ''],
    ['{% highlight sh %}', '```sh'],
    ['{% code title="Never run this" %}', 'Never run this:'],
  ])('leaves "%s" what it is', (line, read) => {
    expect(commonMarkLines([line])).toEqual([read])
  })

  it('tells words of another language in letters of English as in any others', () => {
    const words = lineOf(
      'de',
      'la',
      'nicht',
      'una',
      'the',
      'ring',
      'is',
      ' ',
      ' ',
      '-',
      '_',
      '7',
      '.',
      ' DE ',
      'mit',
      '\x81',
    )
    // A dot in the middle is no letter, and none of the plain marks.
    fc.assert(
      fc.property(words, (text) => {
        expect(looksForeign(text)).toBe(looksForeign(`${text} \u00B7`))
      }),
    )
  })

  // Put together here, so that no scanner takes this file for a leak.
  const secret = ['S3cr3t', 'Pa55'].join('')
  it.each([
    ['a login', `login -h ring\\\n  -p ${secret}`],
    ['a login of a database', `mongosh ring -p\t${secret}`],
    ['a login of a far shell', `plink -pw ${secret} ring`],
    ['a user and a password', `credentials: keeper\n/ ${secret}`],
    ['an address', `amqp://keeper:${secret}@ring`],
    ['an address without a user', `redis://:${secret}@ring`],
    ['a bot', `bot 77001234:AA${'x'.repeat(33)}`],
  ])('W3 finds %s', (_, text) => {
    expect(findSecrets(`Ring.\n${text}\n`)).toHaveLength(1)
  })

  it.each(
    [
      'password',
      'passwd',
      'passphrase',
      'passcode',
      'pwd',
      'Passwort',
      'KENNWORT',
      'Mot de passe',
      'CONTRASEÑA',
      'Senha',
    ].concat(['ПАРОЛЬ', '密码', '密碼', 'パスワード', 'Paſſword']),
  )('W3 finds what is told behind "%s"', (name) => {
    // Put together here, so that no scanner takes this file for a leak.
    const value = ['S3cr3t', 'Pa55'].join('')
    expect(findSecrets(`${name}: ${value}`)).toHaveLength(1)
    expect(findSecrets(`${name} "${value}"`)).toHaveLength(1)
  })
})

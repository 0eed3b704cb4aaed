import { describe, expect, it } from 'vitest'
import { createLinkOpener } from '../../electron/desktop/link-opener.ts'
import { fail, ok } from '../../shared/kit/result.ts'
import { createDialog } from '../support/electron/stand-in-system.ts'

function openLinks(answer: number | null) {
  const dialog = createDialog()
  const opened: string[] = []
  if (answer !== null) dialog.answers.push(answer)
  const shell = {
    openExternal: async (url: string): Promise<void> => {
      if (url.includes('broken')) throw new Error('no program for this')
      opened.push(url)
    },
  }
  return { asked: dialog.asked, opened, open: createLinkOpener({ shell, ask: dialog.showMessageBox }) }
}

describe('R7 links', () => {
  it.each([
    ['https://wiki.example/a?b=c#d', 'Open wiki.example in your browser?'],
    ['http://10.0.0.1:8080/', 'Open 10.0.0.1:8080 in your browser?'],
    ['mailto:eng-a@example.com?subject=Late&body=Hello', 'Write an e-mail in your mail program?'],
    ['tel:+15550143', 'Call this number?'],
  ])('R7 %s is opened after a question that shows the whole address', async (link, message) => {
    const { asked, opened, open } = openLinks(0)
    expect(await open(link)).toEqual(ok(true))
    expect(opened).toEqual([link])
    expect(asked).toMatchObject([{ message, detail: link, cancelId: 1 }])
  })

  it('R7 what is shown is what is opened, look-alike letters and spaces included', async () => {
    const { asked, opened, open } = openLinks(0)
    await open('https://\u0430pple.example/a b\u202egpj.exe')
    expect(opened).toEqual(['https://xn--pple-43d.example/a%20b%E2%80%AEgpj.exe'])
    expect(asked.map(({ detail }) => detail)).toEqual(opened)
  })

  it.each([1, null])('R7 nothing is opened when the answer is no (%s)', async (answer) => {
    const { opened, open } = openLinks(answer)
    expect(await open('https://wiki.example/')).toEqual(ok(false))
    expect(opened).toEqual([])
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://nightdesk/',
    'smb://server/share',
    'ms-msdt:/id',
    'vscode://file/etc/passwd',
    'ssh://host',
    'search-ms:query=x',
    '\\\\server\\share',
    'C:\\Windows\\System32\\calc.exe',
    '/usr/bin/xcalc',
    'https://bank.example@elsewhere.example/',
    'https://user:secret@elsewhere.example/',
    'mailto:a@example.com?attach=/etc/passwd',
    'mailto:a@example.com?Attachment=/etc/passwd',
    'tel:+1555;ext=1%0aATDT',
    'not a link',
    '',
    `https://elsewhere.example/${'x'.repeat(2_048)}`,
  ])('R7 %j is refused without a question', async (link) => {
    const { asked, opened, open } = openLinks(0)
    expect(await open(link)).toEqual(fail('Nightdesk does not open such links.'))
    expect([asked, opened]).toEqual([[], []])
  })

  it('says so when the system has no program for it', async () => {
    const { open } = openLinks(0)
    expect(await open('https://broken.example/')).toEqual(fail('This machine has no program for it.'))
  })
})

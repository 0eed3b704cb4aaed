import { describe, expect, it } from 'vitest'
import { composeOfflineCopy } from '../../../shared/bundle/compose-offline-copy.ts'
import { everything, type OfflineChoice } from '../../../shared/bundle/offline-copy.ts'
import { renderPage } from '../../../shared/bundle/render-page.ts'
import { wordsBeside } from '../../../shared/bundle/words-beside.ts'
import { sampleSource } from './sample-source.ts'

const NOW_MS = Date.parse('2026-11-20T12:00:31.000Z')

const FAILOVER = `# Failover

> [!CAUTION]
> Never promote while the primary still takes writes.

## Failure scenarios

### Primary hangs

1. Fence the primary.

   \`\`\`sh
   fence orders-0
   \`\`\`

   This takes a minute, see [the list](../reference/list.md#who-to-call) or call +1-555-0141.
2. **Do not** run \`rm -rf /data\`.
3. Promote the standby.

   Never run this on the primary:

   \`\`\`sh
   pg_ctl promote --force
   \`\`\`

### Disk is full

1. Delete old logs.
`

function pageOf(text: string, choice: Partial<OfflineChoice> = {}): string {
  const made = composeOfflineCopy(sampleSource({ 'runbooks/pg.md': text }), { ...everything, ...choice }, NOW_MS)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const page = renderPage(made.value)
  const from = page.indexOf('<section class="checklists"', page.indexOf('>Failover</h1>'))
  return page.slice(from, page.indexOf('Full text', from))
}

const wordsOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Each step in words, with what stands beside it. */
const stepsOf = (list: string): string[] =>
  list
    .split('<li class="step')
    .slice(1)
    .map((step) => wordsOf(`<li${step}`))

const place = { linkTo: (href: string) => href, anchorOf: (slug: string) => slug, headingAbove: 2 }
const beside = wordsBeside([{ line: 1, endLine: 3, text: 'ringctl drop\nringctl wipe' }], place)

describe('what the author says beside a step', () => {
  it('B9 stands in the checklist: the caution above all scenarios, a ban between steps, what to expect', () => {
    const [fence = '', promote = '', disk = ''] = stepsOf(pageOf(FAILOVER))
    expect(fence).toMatch(/Fence the primary\..*Never promote while the primary.*fence orders-0.*This takes a minute/)
    expect(fence).toContain('Do not run rm -rf /data')
    expect(promote).toContain('Never run this on the primary:')
    expect(disk).toMatch(/Delete old logs\..*Never promote while the primary/)
  })

  it('B9 words above a later command of a step stand above it, long ones with their end', () => {
    const code = (text: string) => `   \`\`\`sh\n   ${text}\n   \`\`\`\n`
    const pageWith = (words: string) =>
      pageOf(
        `# Failover\n\n## Mitigation\n\n1. Restart it.\n${code('ringctl restart')}   ${words}\n${code('ringctl purge')}`,
      )
    const [step = ''] = stepsOf(pageWith('Only at night, as [the list](../reference/list.md) has it:'))
    expect(step).toMatch(/ringctl restart Copy Only at night, as the list has it: ringctl purge Copy$/)
    const relays = Array.from({ length: 12 }, (_, relay) => `   Relay ${relay}.\n\n`).join('')
    const long = pageWith(`You should see:\n\n${relays}   Only at night:`)
    expect(long).toMatch(/aria-controls="[^"]*\.above2"[^>]*>Show all of the text<\/button><div class="text long end"/)
  })

  it('B9 a ban is no step: it has no box', () => {
    const boxes = [...pageOf(FAILOVER).matchAll(/<label.*?<\/label>/g)].map(([label]) => wordsOf(label))
    expect(boxes).toEqual(['Fence the primary.', 'Promote the standby.', 'Delete old logs.'])
  })

  it('B9 forbidden code says that it is not to be run and has no button', () => {
    const page = pageOf(FAILOVER)
    expect(page).toMatch(/<pre data-forbidden=""><code[^>]*>pg_ctl promote --force/)
    expect(page.match(/class="copy"/g)).toHaveLength(1)
    expect(beside('<pre>\n<b>ringctl</b> drop\n</pre>')?.markup).toContain('<pre data-forbidden="">')
    expect(beside('<pre data-forbidden>ringctl show</pre>')?.markup).not.toContain('data-forbidden')
  })

  it('B9 leads where the text does, and its headings take no address from those of the text', () => {
    expect(pageOf(FAILOVER)).toContain('<a href="#d2.who-to-call">the list</a>')
    const markup = beside('<h2>Failure scenarios</h2>\n\n- a')?.markup ?? ''
    expect(markup).toContain('<h3>Failure scenarios</h3>')
    expect(markup).not.toContain('id=')
  })

  it('B9 where the words of a step lead stands below it, each place once, and none that is told beside it', () => {
    const linksIn = (text: string): string[] =>
      [...pageOf(`# Failover\n\n## Mitigation\n\n${text}\n`).matchAll(/<li>(<a.*?<\/a>)<\/li>/g)].map(
        ([, link = '']) => link,
      )
    expect(
      linksIn(
        '1. Look at [the **list**][1], [it](../reference/list.md) and [none](gone.md).\n\n[1]: ../reference/list.md#who-to-call',
      ),
    ).toEqual(['<a href="#d2.who-to-call">the list</a>', '<a href="#d2">it</a>'])
    expect(linksIn('1. Open [a](javascript:1) and call <tel:+15550141>.')).toEqual([
      '<a href="tel:+15550141" data-told="">tel:+15550141</a>',
    ])
    expect(linksIn('1. Open [the list](../reference/list.md).\n\n   It is [this list](../reference/list.md).')).toEqual(
      [],
    )
  })

  it('B6 is made safe as the text is', () => {
    const markup = beside('<b onclick="x()">a</b><script>y</script></li></ul>')?.markup
    expect(markup).toBe('<p><b>a</b></p>\n')
  })

  it('B2 holds no contact in a copy without them', () => {
    expect(pageOf(FAILOVER, { contacts: false })).toContain('or call (left out)')
  })

  it('B9 R3.14 says on its button where a warning is out of sight', () => {
    const long = Array.from({ length: 14 }, (_, line) => `   The ring has a part ${line}.\n`).join('\n')
    const page = pageOf(
      `# Failover\n\n1. Look at the ring.\n\n${long}\n   Never drain it.\n2. Look at the mart.\n\n${long}\n`,
    )
    expect(page.match(/class="whole warned"[^>]*>Show all: there is a warning further down</g)).toHaveLength(1)
    expect(page.match(/>Show all of the text</g)).toHaveLength(1)
  })

  it('B9 is short at first only where it is long, and is nothing where nothing is shown', () => {
    expect(beside('a\n'.repeat(8))?.isLong).toBe(false)
    expect(beside('a\n'.repeat(20))?.isLong).toBe(true)
    expect(beside('')).toBeNull()
    expect(beside('<!-- a remark -->')).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactsLeftOut } from '../../../shared/bundle/leave-out-contacts.ts'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

const TEAM = `
people:
  - {id: anna, name: Anna Berger, email: anna.berger@acme.io, phone: "+49 171 2345678", timezone: Europe/Berlin, slack: "@anna"}
  - {id: bob, name: Bob Stone, email: bob@acme, phone: "+1 (212) 555-0147", timezone: America/New_York, slack: "@bs"}
  - {id: cleo, name: Cleo Park, phone: "020 7946 0958 ext 12", timezone: Europe/London, slack: U0DEMO00C}
  - {id: dora, name: Dora Lund, timezone: Europe/Oslo, slack: dora.lund}
contacts:
  - {name: Vendor, phone: "+352 621 123 456"}
`
const { team } = parseTeam({ path: 'team.yaml', text: TEAM })
const leaveOut = contactsLeftOut(team)
const OUT = '(left out)'

describe('B2 numbers of team.yaml', () => {
  it.each([
    ['Anna: 0171 2345678 (mobile)', `Anna: ${OUT} (mobile)`],
    ['0171/2345678', OUT],
    ['0171-234 56 78', OUT],
    ['+49 (0)171 2345678', OUT],
    ['(+49 171 2345678)', `(${OUT})`],
    ['0049 171 2345678', OUT],
    ['011 49 171 2345678', OUT],
    ['171.2345678', OUT],
    ['+49\u00A0171\u00A02345678', OUT],
    ['0171&nbsp;2345678', OUT],
    ['0171\n  2345678', OUT],
    ['just 2345678 here', `just ${OUT} here`],
    ['(212) 555-0147', OUT],
    ['212-555-0147, then', `${OUT}, then`],
    ['2125550147', OUT],
    ['1-212-555-0147 x99', OUT],
    ['local 555-0147', `local ${OUT}`],
    ['[call Bob](tel:2125550147)', `call Bob ${OUT}`],
    ['020 7946 0958', OUT],
    ['+44 20 7946 0958', OUT],
    ['621 123 456', OUT],
  ])('%j', (text, cleaned) => {
    expect(leaveOut(text).text).toBe(cleaned)
  })

  it('however they are spaced', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', '/', ') ', '  ', '\u00A0', '\u2011')
    const number = fc.constantFrom('491712345678', '01712345678', '12125550147', '02079460958', '352621123456')
    fc.assert(
      fc.property(number, fc.array(gap, { minLength: 13, maxLength: 13 }), (digits, gaps) => {
        const spaced = [...digits].map((digit, index) => `${index === 0 ? '' : gaps[index]}${digit}`).join('')
        expect(leaveOut(`Call ${spaced} now`).text.replace(/\D/g, '')).toBe('')
      }),
    )
  })
})

describe('B2 chat names and addresses', () => {
  it.each([
    ['Chat: @bs or @anna', `Chat: ${OUT} or ${OUT}`],
    ['ask @BS, please', `ask ${OUT}, please`],
    ['Slack: @ring-desk.', `Slack: ${OUT}.`],
    ['**Telegram**: @ring\\_desk', `**Telegram**: ${OUT}`],
    ['**Chat:** @ring_desk (@ring)', `**Chat:** ${OUT} (@ring)`],
    ['page Discord @ring-desk', `page Discord ${OUT}`],
    ['Slack: @here', 'Slack: @here'],
    ['npm i slack @ring/chat', 'npm i slack @ring/chat'],
    ['chatops @ring-desk', 'chatops @ring-desk'],
    ['<@U0DEMO00C> and <@U0999FOREIGN|jo>', `${OUT} and ${OUT}`],
    ['U0DEMO00C', OUT],
    ['dora.lund or @dora.lund', `${OUT} or ${OUT}`],
    ['https://acme.slack.com/team/U0123BOB', OUT],
    ['[Anna on chat](slack://user?team=T1&id=U1)', `Anna on chat ${OUT}`],
    ['[Bob](https://wa.me/12125550147 "chat")', `Bob ${OUT}`],
    ['https://acme.slack.com/archives/D024BE91L', OUT],
    ['<anna.berger@acme.io>', OUT],
    ['bob@acme', OUT],
    ['ssh anna.berger@acme.io', `ssh ${OUT}`],
    ['[x@acme.io](mailto:x@acme.io)', OUT],
    ['anna.berger (at) acme.io', OUT],
    ['jürgen@müller.de', OUT],
    ['mailto:vendor@example.com?subject=help', `${OUT}?subject=help`],
  ])('%j', (text, cleaned) => {
    expect(leaveOut(text).text).toBe(cleaned)
  })
})

describe('B2 in full width, as keyboards of East Asia write', () => {
  it.each([
    ['０１７１－２３４５６７８', OUT],
    ['＋４９　１７１　２３４５６７８', OUT],
    ['０１７１−２３４−５６７８', OUT],
    ['０１７１ー２３４ー５６７８', OUT],
    ['Anna（０１７１２３４５６７８）まで', `Anna（${OUT}）まで`],
    ['ａｎｎａ．ｂｅｒｇｅｒ＠ａｃｍｅ．ｉｏ', OUT],
    ['bob＠acme', OUT],
    ['＠ｂｓ', OUT],
    ['０３－５５５０－０１８８', OUT],
    ['ぬー１２ー３ー４', 'ぬー１２ー３ー４'],
  ])('%j', (text, cleaned) => {
    expect(leaveOut(text).text).toBe(cleaned)
  })

  it('and where team.yaml has it so', () => {
    const yaml =
      'people: [{id: y, name: Y, timezone: Asia/Tokyo, phone: "＋８１　３　５５５０　０１８８", email: ｙ＠ａｃｍｅ．ｅｘａｍｐｌｅ, slack: ＠ｙｕｋｉ}]'
    const clean = contactsLeftOut(parseTeam({ path: 'team.yaml', text: yaml }).team)
    expect(clean('03-5550-0188, y@acme.example, @yuki').text).toBe(`${OUT}, ${OUT}, ${OUT}`)
  })
})

describe('B2 numbers of others', () => {
  it.each([
    ['Vendor hotline: 0800 330 1000', `Vendor hotline: ${OUT}`],
    ['bridge: 1-800-555-0199', `bridge: ${OUT}`],
    ['home 212.555.0199', `home ${OUT}`],
    ['(646) 555-0123', OUT],
    ['0044 20 7946 0000', OUT],
    ['Paris 01 44 53 12 34', `Paris ${OUT}`],
    ['Berlin (030) 901820', `Berlin ${OUT}`],
    ['01712223344', OUT],
    ['Tel. 4455667', OUT.replace(/^/, 'Tel. ')],
    ['Mobile (private): 4455 667', `Mobile (private): ${OUT}`],
    ['desk ext. 4711', `desk ${OUT}`],
    ['+41 44 668 18 00', OUT],
  ])('%j', (text, cleaned) => {
    expect(leaveOut(text).text).toBe(cleaned)
  })
})

describe('what is no contact stays', () => {
  it.each([
    'made 2026-11-20 03:00, again on 05/06/2026 and 09.11.2026 08:30',
    'ssh 10.0.0.12 and 192.168.100.200:5432, phone home to 10.20.30.40',
    'cron 05 03 * * 1 and chmod 0644 file',
    'version 1.2.3, 2026.11.20, 0.0.1234567',
    'arn:aws:iam::012345678901:role/x, request 1700000000123, epoch 1700000000',
    'commit 0171f2345678, id 00000000-0000-4000-8000-000000000000',
    '2026-11-20T10:00:00+0100 2026-11-21',
    'kubectl get pods -n orders --tail=100000',
    'Hannah and Susanna read @here, @channel, @team/pkg, anna and bob',
    'git@github.com:acme/runbooks.git',
    'ssh -i key deploy@bastion.acme.io and scp x ubuntu@10.10.150.150:~/x .',
    'postgres://user:pass@db.internal:5432/app, https://ops@grafana.acme.io/',
    'anybody@db-1.acme.io:~$ sudo psql',
    'lost 1,234,567 rows in 512 MB, SLA 99.95 %, port 5432',
  ])('%s', (text) => {
    expect(leaveOut(text)).toEqual({ text, count: 0 })
  })
})

it('B2 counts the places, and twice is once', () => {
  const text = 'Anna 0171 2345678, @bs, x@example.com, [Bob](tel:2125550147)'
  const once = leaveOut(text)
  expect(once.count).toBe(4)
  expect(leaveOut(once.text)).toEqual({ text: once.text, count: 0 })
})

describe('B2 a thousand people and a long text', () => {
  const leaveOutOf = (people: number) => {
    const lines = Array.from({ length: people }, (_, index) => {
      const phone = `+49 171 ${String(1_000_000 + index)}`
      return `  - {id: p${index}, name: P ${index}, timezone: UTC, phone: "${phone}", slack: "@h${index}"}`
    })
    return contactsLeftOut(parseTeam({ path: 'team.yaml', text: `people:\n${lines.join('\n')}\n` }).team)
  }
  const spent = (of: ReturnType<typeof leaveOutOf>, count: number) =>
    leastProcessorMs(
      () => `${'1 2 3 4 5 6 7 8 9 0 - . / words @here and 10.0.0.1 more '.repeat(count)}0171 1000009`,
      (text) => expect(of(text).count).toBe(1),
    )
  const few = leaveOutOf(10)
  const many = leaveOutOf(1_000)

  it('B2 take time as the text is long', () => {
    spent(many, 100)
    // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
    expect(spent(many, 10_000)).toBeLessThan(32 * Math.max(4, spent(many, 1_250)))
  })

  it('B2 take not much more time than ten people', () => {
    spent(many, 100)
    expect(spent(many, 2_500)).toBeLessThan(5 * Math.max(4, spent(few, 2_500)))
  })
})

import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digestOf } from '../../../electron/host/http/secret.ts'
import { type IntakeListener, openIntakeListener } from '../../../electron/host/intake/intake-listener.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { postAlert, testToken } from '../../support/post-alert.ts'
import { rawBytes } from '../../support/raw-request.ts'

let intake: IntakeListener
let isDiskFull = false
let received = 0
beforeEach(async () => {
  const opened = await openIntakeListener({
    port: 0,
    digests: () => [digestOf(testToken)],
    receive: async () => {
      received += 1
      return isDiskFull
        ? fail({ code: 'notSaved', message: 'Not saved: the disk is full.', hint: 'Free some space.' })
        : ok(undefined)
    },
    refused: () => undefined,
    log: () => undefined,
    timeouts: { headersMs: 100, requestMs: 200 },
  })
  if (!opened.ok) throw new Error(opened.error.message)
  intake = opened.value
})
afterEach(async () => intake.close())

const head = (port: number) =>
  `POST /intake/generic HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${testToken}\r\nContent-Type: application/json\r\n`

it('A23 a sender that does not end its headers or its body is cut off, and keeps nobody waiting', async () => {
  const { port } = intake
  const slow = [`${head(port)}`, `${head(port)}Content-Length: 1000\r\n\r\n{"title":`].map((text) =>
    rawBytes(port, text),
  )
  expect((await postAlert({ port, to: 'generic', body: '{"title":"quick"}' })).status).toBe(202)
  expect(await Promise.all(slow)).toEqual([expect.stringContaining('408'), expect.stringContaining('408')])
  expect(received).toBe(1)
})

it('A23 a sender that hangs up in the middle takes nothing with it', async () => {
  const { port } = intake
  const socket = connect(port, '127.0.0.1')
  await new Promise((resolve) => socket.write(`${head(port)}Content-Length: 1000\r\n\r\n{"title":`, resolve))
  socket.destroy()
  expect((await postAlert({ port, to: 'generic', body: '{"title":"next"}' })).status).toBe(202)
})

it('A22 a disk that refuses is 503 with a time to come back, so that the sender tries again', async () => {
  isDiskFull = true
  const answer = await postAlert({ port: intake.port, to: 'generic', body: '{"title":"x"}' })
  isDiskFull = false
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5'])
  expect(JSON.parse(answer.body)).toEqual({ error: 'Not saved: the disk is full.', hint: 'Free some space.' })
})

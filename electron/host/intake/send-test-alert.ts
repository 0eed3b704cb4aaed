import { request } from 'node:http'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { loopbackAddress } from '../http/loopback-server.ts'

const PATIENCE_MS = 5_000

const body = JSON.stringify({
  id: 'nightdesk-test',
  title: 'Test alert from Nightdesk',
  summary: 'Sent from Settings to see that the intake works. Dismiss it.',
  labels: { alertname: 'NightdeskTest' },
})

/** Sends an alert as any sender would, through the open port with a token in the header; gives what went wrong in words. */
export function sendTestAlert(port: number, token: string): Promise<Result<void>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return new Promise((resolve) => {
    const sent = request(
      {
        host: loopbackAddress,
        port,
        method: 'POST',
        path: '/intake/generic',
        headers,
        agent: false,
        timeout: PATIENCE_MS,
      },
      (response) => {
        response.resume()
        const { statusCode } = response
        resolve(statusCode === 202 ? ok(undefined) : fail(`The intake answered ${statusCode}.`))
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer within 5 seconds')))
    sent.on('error', (error) => resolve(fail(`The test alert did not arrive: ${error.message}.`)))
    sent.end(body)
  })
}

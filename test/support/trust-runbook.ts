import type { Client } from '../../shared/contract/client.ts'

/** Trusts the runbook that an incident follows, at the text that is pinned now. */
export async function trustRunbook({ call }: Pick<Client, 'call'>, incident: string): Promise<void> {
  const opened = await call('incidents.open', { incident, tail: 1 })
  const sha256 = opened.ok ? opened.value.state.run?.sha256 : undefined
  if (sha256 === undefined) throw new Error(`no runbook is open in ${incident}`)
  const trusted = await call('runbook.trust', { incident, sha256 })
  if (!trusted.ok) throw new Error(trusted.error.message)
}

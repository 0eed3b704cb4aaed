import type { CheckedInput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import type { FactDraft, FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { excerptOf } from './command-output.ts'
import { decodeAs, encodingOf } from './decode-text.ts'
import type { HostContext } from './host-context.ts'
import { createEvidenceStore } from './journal/evidence-store.ts'
import { isTextType, mediaTypeOf } from './media-type.ts'
import { personWhoStated } from './person-at-desk.ts'
import { readOnlyReply, refuse, refuseAppend, refuseWithdrawn } from './refuse.ts'
import { isLate, lookBack } from './stated-batch.ts'

/** A piece of evidence may have this many bytes; beyond it, a log belongs in its own system and a link to it here. */
const MOST_BYTES = 25 * 1024 * 1024

/** The beginning and the end of a text, as the timeline shows it and search finds it: the error mostly stands last. Nothing for what is no text. */
function toldOf(bytes: Buffer, mediaType: string): { readonly excerpt?: string } {
  const encoding = isTextType(mediaType) ? encodingOf(bytes) : 'binary'
  return encoding === 'binary' ? {} : { excerpt: excerptOf(decodeAs(encoding, bytes)) }
}

/** Calls about evidence: stored by hash beside the journal, then a fact that names it. */
export function evidenceHandlers(context: HostContext): Pick<Handlers, 'evidence.attach' | 'evidence.read'> {
  const store = createEvidenceStore({ dataFolder: context.dataFolder })

  const attach = async (
    input: CheckedInput<'evidence.attach'>,
  ): Promise<Reply<{ readonly records: readonly FactRecord[] }>> => {
    const readOnly = readOnlyReply(context)
    if (readOnly !== null) return readOnly
    const opened = await context.registry.session(input.incident)
    if (!opened.ok) return opened
    const { stated } = input
    const { journal } = opened.value
    const written = stated === undefined ? [] : lookBack(journal, [], stated).written
    if (written.length > 0) return { ok: true, value: { records: written } }
    if (stated !== undefined && context.withdrawn.has(stated.key)) return refuseWithdrawn()
    const bytes = Buffer.from(input.base64, 'base64')
    if (bytes.length === 0) return refuse('badInput', 'The file is empty, so there is nothing to keep.')
    if (bytes.length > MOST_BYTES) {
      return refuse('tooLarge', 'The file is larger than 25 MB and was not kept.', 'Keep it elsewhere and note where.')
    }
    const mediaType = mediaTypeOf(bytes, input.mediaType)
    const put = store.put(input.incident, bytes, input.name)
    if (!put.ok) return refuse('notSaved', put.error.message, put.error.hint)
    const isTold = stated !== undefined && isLate(stated, context.clock.nowMs())
    const occurredAt = input.occurredAt ?? (isTold ? stated.at : undefined)
    const draft: FactDraft = {
      type: 'evidence.attached',
      by: personWhoStated(context, stated),
      data: {
        sha256: put.value.sha256,
        name: input.name,
        mediaType,
        bytes: bytes.length,
        ...toldOf(bytes, mediaType),
        ...(input.caption === undefined ? {} : { caption: input.caption }),
        ...(input.step === undefined ? {} : { step: input.step }),
      },
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ...(stated === undefined ? {} : { key: stated.key }),
    }
    const appended = opened.value.append([draft])
    return appended.ok ? { ok: true, value: { records: appended.value } } : refuseAppend(appended.error)
  }

  return {
    'evidence.attach': attach,
    'evidence.read': async ({ incident, sha256 }) => {
      const got = store.get(incident, sha256)
      if (!got.ok) return refuse('notFound', got.error.message, got.error.hint)
      const mediaType = mediaTypeOf(got.value, '')
      return { ok: true, value: { mediaType, base64: got.value.toString('base64') } }
    },
  }
}

import { z } from 'zod'
import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import { variableNameSchema, writtenSchema } from '../incident/facts/runbook-facts.ts'
import type { IncidentStateJson } from '../incident/incident-state.ts'
import { instantSchema } from '../incident/primitives.ts'
import { SHORTEST_HIDDEN } from '../kit/hide-values.ts'
import type { RunbookGuess } from '../library/guess-runbooks.ts'
import { searchFilterSchema } from '../library/search-filter.ts'
import type { SimilarIncident } from '../library/similar-incidents.ts'
import type { TrustSignals } from '../library/trust-signals.ts'
import type { Preferences } from '../ports.ts'
import type { Policy } from '../schedule/policy.ts'
import type { AlertList, Intake } from './alert-answers.ts'
import type {
  Desk,
  LibraryDocument,
  ListedDocument,
  MarkedVerified,
  OfflineCopyFile,
  RunbookSuggestion,
  ScheduleFile,
  SchedulePreview,
  SearchAnswer,
  UndoPreview,
  UnknownSecrets,
  VerifiedProposal,
} from './answers.ts'
import { type CommandOutput, commandLimitSchema, commandLimits, type PreparedCommand } from './command-answers.ts'
import type { IncidentSummary, Integrity } from './incident-summary.ts'
import {
  alertEpisode,
  calendarScope,
  commandSchema,
  declaredKey,
  declaredSchema,
  incidentId,
  libraryPath,
  mostHits,
  preferenceChanges,
  runbookQuestion,
  runSchema,
  scheduleChanges,
  sha256,
} from './input-parts.ts'
import { offlineCopySchema } from './offline-copy-schema.ts'
import { personFactSchema } from './person-facts.ts'
import { statedSchema } from './stated.ts'

type Call<Input extends z.ZodType, Output> = { readonly input: Input; readonly output?: Output }
const call =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input })

/**
 * Every call between a window and the host, as one value from which both ends are made. Inputs are checked with zod in
 * `serve`, whatever the transport; outputs are typed. Names are `noun.verb`.
 */
export const contract = {
  'desk.describe': call<Desk>()(z.object({})),
  'preferences.change': call<Preferences>()(preferenceChanges),
  'incidents.list': call<readonly IncidentSummary[]>()(z.object({})),
  'incidents.declare': call<{ readonly incident: string }>()(declaredSchema),
  /**
   * Gives up what was declared under a key and may be under way still: from now on the key declares nothing anew, until this host ends. The
   * answer has the open incident that was declared under it before; null when there is none (J4.7).
   */
  'incidents.withdraw': call<{
    readonly declared: Pick<IncidentSummary, 'incident' | 'title'> | null
  }>()(z.object({ key: declaredKey })),
  /** The policy that declaring would put in force: the runbook's own, else the pipeline's, else the default (E2). */
  'incidents.policy': call<Policy>()(z.object({ pipeline: z.string().nullable(), runbook: z.string().nullable() })),
  /** The folded state and the last `tail` records; earlier ones are read as they are needed. */
  'incidents.open': call<{
    readonly state: IncidentStateJson
    readonly records: readonly FactRecord[]
    readonly integrity: Integrity
  }>()(z.object({ incident: incidentId, tail: z.number().int().min(1).max(5_000) })),
  /** Records `fromSeq` to `fromSeq + limit - 1`. */
  'incidents.read': call<{ readonly records: readonly FactRecord[] }>()(
    z.object({ incident: incidentId, fromSeq: z.number().int().min(1), limit: z.number().int().min(1).max(5_000) }),
  ),
  /**
   * Writes facts that a person states, all or none. Refused with the reason when the machine's state forbids one (E7), with `conflict` when
   * they come late and something newer says otherwise (J4.5). What was written under the same key already is only given back.
   */
  'facts.record': call<{ readonly records: readonly FactRecord[] }>()(
    z.object({
      incident: incidentId,
      facts: z.array(personFactSchema).min(1).max(50),
      stated: statedSchema.optional(),
    }),
  ),
  /**
   * Throws a batch away that a window stated and that may be under way still: from now on its key is refused, until this host ends. The
   * answer has the records that were written under it before (J4.6).
   */
  'facts.withdraw': call<{ readonly records: readonly FactRecord[] }>()(
    z.object({ incident: incidentId, stated: statedSchema }),
  ),
  /**
   * Gives the value of a name that stands for a secret. The log says that it was given; the value is only kept in memory, for this
   * incident, until the host ends. An empty one is forgotten.
   */
  'secret.give': call<{ readonly records: readonly FactRecord[] }>()(
    z.object({
      incident: incidentId,
      name: variableNameSchema,
      value: z.string().trim().max(2_000),
      written: writtenSchema.optional(),
    }),
  ),
  /** The secret values that the host holds for an incident, by `variableKey`: what is copied has them in it. */
  'secret.read': call<Readonly<Record<string, string>>>()(z.object({ incident: incidentId })),
  /** Which secrets the log says were given and the host was not told, or told values that stand nowhere in the incident, so that an export may show them. */
  'secret.unknown': call<UnknownSecrets>()(z.object({ incident: incidentId })),
  /**
   * Tells the host a value only so that it hides it: in memory alone, nothing is written, commands do not get it. An empty one takes back
   * what was told so for the name. Gives what is unknown then, how many entries of the incident, with their evidence, repeat the value, and for which other name the same value was
   * told before, as the runbook writes it: it counts for that one alone.
   */
  'secret.hide': call<UnknownSecrets & { readonly places: number; readonly sameAs: string | null }>()(
    z.object({
      incident: incidentId,
      name: variableNameSchema,
      value: z.union([z.string().trim().min(SHORTEST_HIDDEN).max(2_000), z.literal('')]),
    }),
  ),
  'runbook.open': call<{ readonly records: readonly FactRecord[] }>()(
    z.object({
      incident: incidentId,
      path: libraryPath,
      reason: z.string().min(1).max(300),
      /** The failure scenario to open it at; one that the text does not have is left out. */
      scenario: z.string().max(300).nullable().default(null),
      /** Goes on with the version that was followed in this incident before, instead of pinning the file as it is now (R6). */
      goOn: z.boolean().default(false),
    }),
  ),
  /** The runbooks that fit, the best first, each with its reason (R5). */
  'runbooks.suggest': call<readonly RunbookSuggestion[]>()(runbookQuestion),
  /** Runbooks that share words with what is wrong, for when none fits (L30): `query` is made by `guessQuery`. */
  'runbooks.guess': call<readonly RunbookGuess[]>()(z.object({ query: z.string().max(500), about: runbookQuestion })),
  'alerts.list': call<AlertList>()(z.object({})),
  /** Puts an alert to an open incident. Refused when it is no longer as it was shown: another episode, or in an open incident by now. */
  'alerts.attach': call<{ readonly records: readonly FactRecord[] }>()(alertEpisode.extend({ incident: incidentId })),
  'alerts.dismiss': call<{ readonly dismissed: boolean }>()(alertEpisode),
  /** Takes a dismissal back. */
  'alerts.restore': call<{ readonly dismissed: boolean }>()(alertEpisode),
  'intake.describe': call<Intake>()(z.object({})),
  /** Opens the intake on a port, now and at each start; a port that is taken is said in the answer. */
  'intake.enable': call<Intake>()(z.object({ port: z.number().int().min(1).max(65_535) })),
  'intake.disable': call<Intake>()(z.object({})),
  /** Makes a new token, shown this once; the one before opens nothing any more. */
  'intake.renewToken': call<{ readonly token: string }>()(z.object({})),
  /** Sends a test alert through the open port, as any sender would. */
  'intake.sendTest': call<{ readonly accepted: boolean }>()(z.object({})),
  /** What running a command of the pinned runbook would do, exactly; nothing runs (R7). */
  'command.prepare': call<PreparedCommand>()(commandSchema),
  /**
   * Runs a command after its own confirm: `confirmed` is the text that the person saw, and must be what would run. `besides` names the
   * runs of the same text that the person was told of; one that is not named refuses it (`conflict`), and nothing runs.
   */
  'command.run': call<{ readonly run: string }>()(
    commandSchema.extend({
      confirmed: z.string().min(1).max(20_000),
      limitMs: commandLimitSchema.default(commandLimits[0]),
      besides: z.array(z.string().min(1)).max(1_000).default([]),
    }),
  ),
  'command.stop': call<{ readonly stopped: boolean }>()(runSchema),
  /** What a run printed so far. `notFound` when this Nightdesk does not run it, or no longer has it. */
  'command.read': call<CommandOutput>()(runSchema),
  /** Trusts the runbook at exactly the text that was shown, by its hash, in this workspace: asked once per folder and content. */
  'runbook.trust': call<{ readonly trusted: boolean }>()(z.object({ incident: incidentId, sha256 })),
  'evidence.attach': call<{ readonly records: readonly FactRecord[] }>()(
    z.object({
      incident: incidentId,
      name: z.string().min(1).max(255),
      mediaType: z.string().max(200),
      base64: z.base64(),
      caption: z.string().max(2_000).optional(),
      step: z.string().optional(),
      occurredAt: instantSchema.optional(),
      /** As for `facts.record`: what was attached under the same key already is only given back. */
      stated: statedSchema.optional(),
    }),
  ),
  'evidence.read': call<{ readonly mediaType: string; readonly base64: string }>()(
    z.object({ incident: incidentId, sha256 }),
  ),
  'library.list': call<readonly ListedDocument[]>()(z.object({})),
  'library.read': call<LibraryDocument>()(z.object({ path: libraryPath })),
  /** `limit` results are shared out among the kinds; `more` asks for as many of one kind, whatever its share. */
  'library.search': call<SearchAnswer>()(
    z.object({
      query: z.string().max(500),
      limit: z.number().int().min(1).max(100),
      more: z.object({ runbook: mostHits, reference: mostHits, incident: mostHits }).partial().default({}),
      filter: searchFilterSchema.default({}),
    }),
  ),
  /** How far runbooks can be trusted: one of them, or all when `path` is null. */
  'library.trust': call<readonly TrustSignals[]>()(z.object({ path: libraryPath.nullable() })),
  /** "Have we seen this before?": past incidents like this one, the most alike first, each with the reason. */
  'incidents.similar': call<readonly SimilarIncident[]>()(
    z.object({ incident: incidentId, limit: z.number().int().min(1).max(20) }),
  ),
  /** The same for an incident that is being declared: incidents that are like its title and pipeline, itself not among them. */
  'incidents.resembling': call<readonly SimilarIncident[]>()(
    z.object({
      title: z.string().max(300),
      pipeline: z.string().min(1).max(300).nullable(),
      limit: z.number().int().min(1).max(20),
    }),
  ),
  /** What marking a runbook verified today would write; writes nothing. */
  'runbook.proposeVerified': call<VerifiedProposal>()(z.object({ path: libraryPath })),
  /** Writes the day into the front matter, unless the file is no longer the one whose hash is given. */
  'runbook.verify': call<MarkedVerified>()(z.object({ path: libraryPath, baseSha256: sha256 })),
  /** Puts back the text from before `runbook.verify`, unless somebody edited it since. */
  'runbook.undoVerify': call<MarkedVerified>()(z.object({ path: libraryPath, baseSha256: sha256 })),
  /**
   * Makes one self-contained page of the workspace, writes it under the data folder beside earlier ones, and gives its text too. Refused with
   * `problems` when secrets or errors of team.yaml stand in the way and the choice says nothing about them.
   */
  'library.bundle': call<OfflineCopyFile>()(offlineCopySchema),
  'journal.verify': call<{ readonly integrity: Integrity; readonly records: number }>()(
    z.object({ incident: incidentId }),
  ),
  /** Copies every incident with its evidence into a new folder under `folder`, and verifies the copy. */
  'backup.make': call<{
    readonly folder: string
    readonly madeAt: string
    readonly incidents: number
    readonly records: number
    /** Incidents whose log does not hold together in the copy. */
    readonly unsound: readonly string[]
  }>()(z.object({ folder: z.string().min(1).max(4_096) })),
  /**
   * Writes the postmortem and its evidence under the data folder and says where; `missing` names evidence that is gone or was changed,
   * `unsearched` what is no text, so that no secret was looked for in it, `unknown` the secrets that could not be hidden.
   */
  'postmortem.export': call<{
    readonly folder: string
    readonly file: string
    readonly text: string
    readonly sha256: string
    readonly missing: readonly string[]
    readonly unsearched: readonly string[]
    readonly unknown: UnknownSecrets
  }>()(z.object({ incident: incidentId, format: z.enum(['md', 'json']) })),
  'schedule.read': call<ScheduleFile>()(z.object({})),
  /** Works out an edit of team.yaml and writes nothing. */
  'schedule.preview': call<SchedulePreview>()(z.object({ changes: scheduleChanges })),
  /** Writes the edit that was previewed, all or none. Refused when the file is no longer the one with `baseSha256`: it is never overwritten. */
  'schedule.change': call<ScheduleFile>()(
    z.object({ changes: scheduleChanges, baseSha256: sha256, words: z.string().trim().min(1).max(300) }),
  ),
  /** Works out what taking back the last change would make of team.yaml, and writes nothing. */
  'schedule.previewUndo': call<UndoPreview>()(z.object({})),
  /** Puts team.yaml back to how it was before the last change, byte for byte, unless somebody has edited it since. */
  'schedule.undo': call<ScheduleFile>()(z.object({ baseSha256: sha256 })),
  /** Writes an iCalendar file of the coming year under the data folder and gives its text too (S5). */
  'calendar.export': call<{ readonly file: string; readonly name: string; readonly text: string }>()(
    z.object({ scope: calendarScope }),
  ),
  /** Opens a link in the user's own browser, mail or phone program; http, https, mailto and tel only (R7). Not opened: somebody said no. */
  'link.open': call<{ readonly opened: boolean }>()(z.object({ url: z.string().max(2_048) })),
}

export type Contract = typeof contract

/** The name of a call. */
export type CallName = keyof Contract

/** What a call takes, before zod's own changes (a default, a trim). */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>

/** What a call takes once checked. */
export type CheckedInput<Name extends CallName> = z.output<Contract[Name]['input']>

/** What a call gives. */
export type CallOutput<Name extends CallName> = NonNullable<Contract[Name]['output']>

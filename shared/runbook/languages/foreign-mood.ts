import { remembered, rememberedOf } from '../../kit/remembered.ts'
import { CODE_MARK } from './code-mark.ts'
import type { Language } from './language.ts'
import { LANGUAGES, LATIN, languagesOf, looksForeign } from './languages.ts'
import { type PatternsOfLanguage, patternsOf } from './patterns-of-language.ts'
import { lowered } from './table-patterns.ts'

/** How a sentence of another language speaks to its reader, in the terms of `sentence-mood.ts`. */
export type ForeignMood = 'order' | 'advice' | 'statement' | 'untold'

/** The mood of a sentence of another language than English; undefined where it may be English. */
export function moodInAnotherLanguage(sentence: string): ForeignMood | undefined {
  const { languages, isKnown } = languagesOf(sentence)
  const [likeliest] = languages
  if (!likeliest) return undefined
  const own = patternsOf(likeliest)
  const words = lowered(sentence)
  if (isKnown && (own.foretellsFirst.test(bare(words)) || forbidsInAnotherLanguage(sentence))) return 'statement'
  if (onlyBearsInMind(languages, words)) return 'untold'
  if (ordersIn(languages, clausesOf(words))) return 'order'
  if (!isKnown) return undefined
  if (own.advises.test(words)) return 'advice'
  if (own.foretells.test(words) || own.states.test(words)) return 'statement'
  return looksForeign(sentence) ? 'untold' : undefined
}

/** Whether a clause begins with what to do, in another language than English. */
export function beginsWithForeignOrder(clause: string): boolean {
  const { languages } = languagesOf(clause)
  if (languages.length === 0) return false
  const words = lowered(clause)
  return !onlyBearsInMind(languages, words) && isOrderInAny(languages, clausesOf(words)[0]?.words ?? '')
}

/** "Beachten Sie, dass der Ring schließt": what to know, and nothing to do. */
const onlyBearsInMind = (languages: readonly Language[], words: string): boolean =>
  languages.some((each) => patternsOf(each).bearsInMind?.test(bare(words)))

/** Whether a line begins with "if" or "when" in another language. */
export const opensForeignCase: (text: string) => boolean = remembered((text) =>
  inAnyLanguage(text, ({ ofCase }, words) => ofCase.test(words)),
)

/** Whether a line asks for a look at how things are, in another language. */
export function checksInAnotherLanguage(text: string): boolean {
  return inAnyLanguage(text, ({ checks }, words) => checks.test(words.replace(/[.。]$/u, '')))
}

/** Whether a line points to where more is told, in another language: "Siehe ...", "См. ...". */
export function pointsInAnotherLanguage(text: string): boolean {
  return inAnyLanguage(text, ({ points }, words) => points.test(words))
}

/** Whether a line says in another language what one will see, and orders nothing: "Attendu :". */
export function foretellsInAnotherLanguage(text: string): boolean {
  return (
    moodInAnotherLanguage(text) === 'statement' && inAnyLanguage(text, ({ foretells }, words) => foretells.test(words))
  )
}

/** Whether some words only say that what was expected follows, in another language: "Resultado esperado", "Erwartete Ausgabe:". */
export function namesTheOutcomeInAnotherLanguage(words: string): boolean {
  return NAMES_THE_OUTCOME.test(lowered(words.trim()))
}

const NAMES_THE_OUTCOME = new RegExp(
  `^(?:${LANGUAGES.map(({ foretells }) => foretells).join('|')})\\p{Script=Han}{0,4}\\s*[:\uFF1A]?$`,
  'u',
)

/** Whether a line leads to code and says nothing of it, in another language: "Exécuter la commande suivante :". */
export function saysNothingInAnotherLanguage(text: string): boolean {
  return inAnyLanguage(text, ({ leadsToCode }, words) => leadsToCode.test(words))
}

/** Whether a line ends in "for example:" or "such as:" in another language. */
export function promisesForeignExamples(text: string): boolean {
  return inAnyLanguage(text, ({ examples }, words) => examples.test(words))
}

/** Whether a sentence of another language keeps from something: "Ne pas supprimer ...". */
export function forbidsInAnotherLanguage(text: string): boolean {
  return inAnyLanguage(text, forbidsIn)
}

/** Whether a sentence of another language keeps from something, whatever reason it gives behind: "Bunu çalıştırmayın, çünkü ...". An order behind it is no reason. */
export function forbidsForAReason(text: string): boolean {
  if (forbidsInAnotherLanguage(text)) return true
  const { languages } = languagesOf(text)
  const [first = '', ...behind] = lowered(text).split(BEFORE_A_REASON)
  return (
    behind.length > 0 &&
    languages
      .map(patternsOf)
      .some((own) => forbidsIn(own, first) && !own.states.test(first) && !own.opens.test(bare(first))) &&
    !ordersIn(languages, clausesOf(behind.join(', ')))
  )
}

const BEFORE_A_REASON = /,\s|\s?[(\uFF08\uFF0C\u3001\u3002]|\s[\u2013\u2014-]\s/u

/** Whether a whole heading or remark keeps from what stands below it, in another language; `heading` as `plainHeading` gives it. */
export function headsForeignBans(heading: string): boolean {
  return HEADS_BANS.test(heading)
}

/** Words of another language without the reason they end in: "No ejecutar porque borra los datos". */
export const withoutForeignReason = (words: string): string => words.replace(REASONS, '')

const REASONS = new RegExp(`\\s(?:${LANGUAGES.flatMap(({ because }) => because ?? []).join('|')})\\s.*$`, 'su')

const HEADS_BANS = new RegExp(`^(?:${LANGUAGES.map(({ headsBans }) => headsBans).join('|')})$`, 'u')

/** Whether a whole heading is what other languages call out with: "Gefahr", "Attention"; `heading` as `plainHeading` gives it. */
export function isForeignCallOut(heading: string): boolean {
  return IS_CALL_OUT.test(heading)
}

const IS_CALL_OUT = new RegExp(`^(?:${LANGUAGES.map(({ callOuts }) => callOuts).join('|')})$`, 'u')

/** Whether a line of another language points at what stands below it: "den folgenden Befehl". */
export function pointsBelowInAnotherLanguage(text: string): boolean {
  return inAnyLanguage(text, ({ pointsBelow }, words) => pointsBelow.test(words))
}

/** Whether words of another language tell to run the code between them: "Führe", "を実行してください". */
export function runsInAnotherLanguage(before: string, behind: string): boolean {
  const { languages } = languagesOf(`${before}${CODE_MARK}${behind}`)
  return languages
    .map(patternsOf)
    .some(({ runs, isRun }) => runs?.test(lowered(before)) || isRun?.test(lowered(behind)))
}

/** Whether a heading speaks of something that goes wrong, in another language: "Сервис не отвечает". */
export function speaksOfForeignTrouble(heading: string): boolean {
  return languagesOf(heading).isKnown && inAnyLanguage(heading, ({ trouble }, words) => trouble.test(words))
}

/** A sentence without "Attention :", "Внимание:" in front. */
export function withoutForeignCallOut(sentence: string): string {
  if (!ENDS_A_CALL_OUT.test(sentence)) return sentence
  const words = lowered(sentence)
  const own = languagesOf(sentence)
    .languages.map(patternsOf)
    .find(({ callOut }) => callOut.test(words))
  return own ? sentence.slice(sentence.length - words.replace(own.callOut, '').length) : sentence
}

/** Whether one of the languages that a text may be of says so; it is asked of the text as the tables are written. */
function inAnyLanguage(text: string, says: (own: PatternsOfLanguage, words: string) => boolean): boolean {
  const { languages } = languagesOf(text)
  if (languages.length === 0) return false
  const words = lowered(text)
  return languages.some((each) => says(patternsOf(each), words))
}

/** Without such a mark no word is a call-out. */
const ENDS_A_CALL_OUT = /[:：!！]/

function forbidsIn({ forbids, callOut }: PatternsOfLanguage, sentence: string): boolean {
  return forbids.test(bare(ENDS_A_CALL_OUT.test(sentence) ? sentence.replace(callOut, '') : sentence))
}

const NUMBER = /^[^\p{L}\p{N}\x81]*(?:\d{1,2}[.)]\s+)?/u
const bare = (words: string): string => words.replace(NUMBER, '').trim()

type Clause = { readonly words: string; readonly before: string }

/** In Chinese and Japanese no blank stands behind a mark, be it wide or not. */
const CLAUSE_END =
  /([,;:]\s|\s[–—-]\s|[–—]|\s?(?:→|->|=>)\s?|[，；：、。]|\.\s|(?<=[\p{Script=Han}\p{Script=Katakana}])[,;:]|[,;:](?=[\p{Script=Han}\p{Script=Katakana}]))/u

/** The parts of a sentence, each with the mark before it. */
function clausesOf(sentence: string): readonly Clause[] {
  const parts = sentence.split(CLAUSE_END)
  const clauses: Clause[] = []
  for (let at = 0; at < parts.length; at += 2)
    clauses.push({ words: bare(parts[at] ?? ''), before: (parts[at - 1] ?? '').trim() })
  return clauses
}

/** Behind a comma only what stands after an opening, or says more than a word, is an order: "peut planter, redémarrer". */
function ordersIn(languages: readonly Language[], clauses: readonly Clause[]): boolean {
  const first = clauses[0]?.words ?? ''
  return clauses.some(({ words, before }, place) => {
    const isFirm = place === 0 || !/^[,，、]$/.test(before) || /\s\S|\p{L}{4}/u.test(words)
    return isOrderInAny(isFirm ? languages : languages.filter((each) => patternsOf(each).opens.test(first)), words)
  })
}

/** Whether a clause, without its number, is an order in one of the languages. */
function isOrderInAny(languages: readonly Language[], clause: string): boolean {
  return languages === LATIN ? isOrderInLatin(clause) : languages.some((each) => isOrder(patternsOf(each), clause))
}

const isOrderInLatin = remembered(
  (clause) => mayBeOrder(LATIN)(clause) && LATIN.some((each) => isOrder(patternsOf(each), clause)),
)

/** Whether a clause may be an order in any of some languages: most are in none, and one look at all of them tells. */
const mayBeOrder = rememberedOf((languages: readonly Language[]): ((clause: string) => boolean) => {
  const all = languages.map(patternsOf)
  const leadsIn = anyOf(all.map(({ leadIn }) => leadIn))
  const begins = anyOf(all.flatMap((own) => [own.begins, own.opensFreely]))
  const ends = anyOf(all.map((own) => own.ends))
  return (clause) => leadsIn.test(clause) || begins.test(clause) || ends.test(withoutEndMarks(clause))
})

const anyOf = (patterns: readonly (RegExp | undefined)[]): RegExp =>
  new RegExp(patterns.flatMap((each) => (each ? `(?:${each.source})` : [])).join('|'), 'u')

/** What most lines fail is asked first. */
function isOrder(own: PatternsOfLanguage, clause: string): boolean {
  const { begins, leadIn, foretellsFirst } = own
  const words = withoutLeadIns(leadIn, clause)
  return (
    words !== '' &&
    (begins?.test(words) || endsInAnOrder(own, words) || ordersBehindAnOpening(own, clause)) === true &&
    !foretellsFirst.test(words) &&
    !own.forbids.test(words) &&
    !TAKES_TIME.test(words)
  )
}

function endsInAnOrder({ ends, subordinate }: PatternsOfLanguage, words: string): boolean {
  return ends?.test(withoutEndMarks(words)) === true && !subordinate?.test(words)
}

const withoutEndMarks = (words: string): string => words.replace(/(?<![\s.:!。：！)）\]])[\s.:!。：！)）\]]+$/u, '')

/** "Neustart dauert zwei Minuten", "扩容一般需要 3 分钟" tell of what is done. */
const TAKES_TIME =
  /(?<!\p{L})(?:trwa|trvá|dura|tarda|leva|demora|richiede|prend|dauert|duurt|занимает|займёт|длится|триває|займає|sürer)(?!\p{L})|かか(?:る|ります)|걸(?:린다|립니다)|(?:需要?|要) ?\d+ ?(?:多)?(?:分钟|小时|秒)/iu

/** "Al termine controllare la tabella", "После перезапуска убедитесь": no comma stands behind the time or the place. */
function ordersBehindAnOpening(own: PatternsOfLanguage, words: string): boolean {
  const { begins, opensFreely, small, states, foretells } = own
  if (begins === undefined || !opensFreely?.test(words) || foretells.test(words)) return false
  const each = words.replace(/\([^()]*\)\s*/g, '').split(' ')
  return each.slice(0, MOST_WORDS_OF_OPENING).some((_, at) => {
    const before = each.slice(0, at)
    const isSubject = small.test(before.at(-1) ?? '') || states.test(before.join(' '))
    return at > 1 && !isSubject && begins.test(each.slice(at).join(' '))
  })
}

const MOST_WORDS_OF_OPENING = 7

function withoutLeadIns(leadIn: RegExp, clause: string): string {
  let words = clause
  for (let rounds = 0; rounds < 3; rounds += 1) {
    const rest = words.replace(leadIn, '')
    if (rest === words || rest === '') break
    words = rest
  }
  return words
}

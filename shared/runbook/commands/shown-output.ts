import { remembered, rememberedOf } from '../../kit/remembered.ts'
import { foretellsInAnotherLanguage } from '../languages/foreign-mood.ts'
import type { Command } from '../runbook.ts'
import type { Block, CodeBlock } from '../text/block.ts'
import { forbidsCode } from '../words/bans.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import { isToolLine, isUnknownCall, looksTyped } from './command-lines.ts'
import { CONSOLE_TOOLS, PLAIN_TEXT, SHELLS } from './command-words.ts'
import { beginsWithColumns, isExpandedRow, isLogLine, listsNames, namesFiles, showsAThing } from './printed-lines.ts'
import { hasPrompt, withoutPrompt } from './prompts.ts'
import { readCommands } from './read-commands.ts'
import { languageInPlainText, shellOf } from './shell-of-command.ts'

const WHAT_ONE_SEES =
  /\b(?:you|we|one|it|there|this|that|which)(?:['\u2019]ll| will| should| may| might| could| would| can)?(?: (?:\w+ly|sometimes|often|also|then|now|be able to))? (?:see|find|get|receive|notice|observe|look(?! (?:at|into|up|in|for|through))|return|show|print|output|contain|respond)s?\b/i
const WHAT_COMES_OUT =
  /^(?:(?:the|an?|some|this|its)\s+)?(?:(?:example|sample|expected|typical|possible|healthy|unhealthy|correct|incorrect|good|bad|normal|problem|problematic|failing|degraded|successful|resulting|error|relevant)\s+){0,3}(?:outputs?|responses?|results?|answers?|logs?(?: lines?| entries)?|messages?|errors?|json)\b(?!\s+(?:the|a|an|into|in|to)\s)/i
const EXPECTED =
  /^(?:an? )?(?:example|sample)s? of (?:(?:a|an|the) )?(?:\w+ ){0,2}(?:outputs?|responses?|results?)\b|^(?:expected|sample(?![^.:]{1,60} to [a-z]+ )|example output|returns?|output|should (?:show|return|print))\b[^.]{0,40}[:\uFF1A]?$/i
const SOMETHING_LIKE =
  /\b(?:like(?: (?:this|these|so|the following))?|similar to(?: this)?|such as|resembl(?:es|ing)|as (?:shown|demonstrated|illustrated|seen) (?:here|below)|producing|which (?:produces|yields|emits)|appears?(?: \w+ly)? as(?: follows)?)\s*[:\uFF1A]$|, like$/i
const OUTPUT_BELOW =
  /\b(?:outputs?|results?|responses?|events?|logs?|messages?|errors?)\b(?: \w+){0,4} (?:similar|like|below|following|example)\b[^:]{0,160}:$|\b(?:example|sample|expected|following) (?:output|response|result)s?\s*[:.\uFF1A]?$/i
/** "The following errors can be seen in the log" */
const IS_SEEN_BELOW =
  /\bfollowing (?:\w+ )?(?:errors?|warnings?|messages?|log lines?|lines?|output|events?)\b[^.:]{0,60}\b(?:can|may|will|should|might) be (?:seen|found|observed|shown|logged|printed)\b/i
/** "If you open it using an old key, you get this error:", "You may get the below error from time to time" */
const ENDS_IN_WHAT_ONE_SEES =
  /\b(?:you|we|they|users?)(?:['\u2019]ll| will| should| may| might| could| can)? (?:see|get|receive|encounter|notice)(?: (?:an?|the|this|these|the following))?(?: \w+){0,2} (?:errors?|warnings?|messages?|responses?)\s*[:\uFF1A]$|\b(?:you|we|they|users?)(?: will| may| might| could| can)? (?:see|get|receive|encounter|notice) (?:the )?(?:below|following)(?: \w+){0,2} (?:errors?|warnings?|messages?|responses?)\b(?![^:]*\b(?:run|try|use|do|execute)\b)[^:.,\uFF1A]{0,60}[.:\uFF1A]?$/i
const POINTS_BELOW = /\b(?:similar|following|below|like (?:this|these))\b/i
/** "Its wire is torn if you get an output without the ring, e.g." */
const isExampleOfOutput = (sentence: string): boolean =>
  (sentence.includes('e.g') || sentence.includes('example')) && ENDS_IN_AN_EXAMPLE.test(sentence)
const ENDS_IN_AN_EXAMPLE =
  /\b(?:you|we) (?:get|see) (?:an?|the|this|some) (?:[a-z-]+ )?(?:outputs?|results?|responses?)\b.*\b(?:e\.g\.?|for example)[,:]?$/i
const RUNS_SOMETHING =
  /\b(?:run(?:ning)?|execut(?:e|es|ing)|invok(?:e|es|ing)|issu(?:e|es|ing)|us(?:e|es|ing)|call(?:ing)?|typ(?:e|es|ing)|enter(?:ing)?|commands?|quer(?:y|ies)|script|by \w+ing|edit|apply|creat(?:e|ing)|add(?:ing)?|set(?:ting)?|put|paste|save|write)\b/i

/** "You can watch this with:" announces what to run, whatever one sees. */
const ENDS_IN_A_MEANS =
  /\bdo (?:this|that|it|so) (?:like (?:this|so)|as follows)\s*[:\uFF1A]$|\b(?:with|using|via|by|through)(?: (?:this|the following)(?: \w+)?)?\s*[:\uFF1A]$|\b(?:run|execute|issue) (?:this|these|the following)(?: \w+)?\s*[:\uFF1A]$/i

/** Whether a sentence announces something to look at and not something to run: "You should see:", "Example output:", "errors such as:" (R3). */
export const announcesOutput: (text: string) => boolean = remembered(readAnnouncement)

function readAnnouncement(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? text
  if (ENDS_IN_A_MEANS.test(last) || TOLD_TO_RUN.test(last)) return false
  if (WHAT_COMES_OUT.test(last) || EXPECTED.test(last) || foretellsInAnotherLanguage(last)) return true
  if ([OUTPUT_BELOW, IS_SEEN_BELOW, ENDS_IN_WHAT_ONE_SEES].some((shape) => shape.test(last))) return true
  if (isExampleOfOutput(last)) return true
  if (RUNS_SOMETHING.test(last)) return false
  if (SOMETHING_LIKE.test(last)) return true
  return WHAT_ONE_SEES.test(last) && (/[:\uFF1A]$/.test(last) || POINTS_BELOW.test(last))
}

/** "The answer must name the relay." is said of what was run, and another call may stand below it. */
function goesOn(words: string, { language, text }: CodeBlock): boolean {
  return /[.!]$/.test(words) && SHELLS.has(language) && language !== '' && IS_A_CALL.test(text.trimStart())
}

/** "Example output:", "The readers appear as:" show what comes out, though it begins with the call. */
const IS_SURELY_SHOWN =
  /^(?:(?:example|sample|expected|typical) )?(?:outputs?|results?|responses?)\s*[:.\uFF1A]?$|\b(?:an?|the|this) (?:example|sample) (?:of (?:(?:the|its|a) )?)?(?:[a-z-]+ )?(?:output|result|response)\b[^.:]{0,60}\b(?:is|looks like)(?: (?:this|the following|as follows))?\s*[:\uFF1A]$|\bappears?(?: \w+ly)? as(?: follows)?\s*[:\uFF1A]$/i

const IS_A_CALL = /^[a-z][a-z\d]*(?:[-_.][a-z\d]+)* [a-z][\w-]*(?: [^=\n]*)?(?:\n|$)/

/**
 * The text that a line tells to put somewhere, with its language, else plain: what is to be added as it stands ("Add the following to the settings:"), a manifest that is whole in
 * itself, text of no language behind a colon. Other settings are read beside the step, for nobody types them as they are (R3).
 */
export function textToPut(words: string, code: CodeBlock): readonly Command[] | undefined {
  const sentences = sentencesOf(words).filter((sentence) => !IS_AN_EXAMPLE.test(sentence))
  const last = sentences.at(-1) ?? words
  if ((STANDS_THERE.test(last) && !ENDS_IN_A_MEANS.test(last)) || isDiff(code.text)) return []
  if (
    looksTyped(code.text.replace(BARE_MARK, '')) ||
    hasPrompt(code.language, code.text.split('\n')) ||
    code.text.trim() === ''
  )
    return undefined
  if (namesFiles(code)) return undefined
  const isTold =
    sentences.some((sentence) => PUTS_WHAT_IS_BELOW.test(sentence)) || (ADDS.test(last) && onlySets(code.text))
  const isPut = isTold || (ADDS_TEXT.test(last) && !LIKE_AN_EXAMPLE.test(last))
  const isWhole = isSettingsLanguage(code) ? isWholeManifest(code) : ENDS_OPEN.test(last) && isPlain(code)
  if (!isPut && !(isWhole && changes(last))) return undefined
  if (!isTold && !asksForAction(last)) return isPut ? [] : undefined
  const text = code.text.trimEnd()
  const plain = isPut ? 'text' : languageInPlainText('text', text)
  return [
    {
      language: shellOf(code) === null && !PLAIN_TEXT.has(code.language) ? code.language : plain,
      text,
      line: code.codeLine,
    },
  ]
}

/** "> ringctl configure" above what it asks: a mark in front of the call. */
const BARE_MARK = /^\s*> +/

/** "Change the line from:" and "Remove this section:" show what stands there now. */
const STANDS_THERE =
  /\b(?:change|replace|update|modify|edit|switch|rename|convert)\b[^.]{0,80}\bfrom\s*[:\uFF1A]$|\b(?:remove|delete|drop|comment out)\b[^.]{0,40}\b(?:this|these|the following) (?:\w+ )?(?:sections?|lines?|blocks?|entry|entries|stanzas?|settings?|parts?|items?|fields?)\b/i

/** What is taken out and what is put in, line by line: nobody types it with its marks. */
function isDiff(text: string): boolean {
  return /^-\s/m.test(text) && /^\+\s/m.test(text)
}

const isWholeManifest = ({ text }: CodeBlock): boolean => IS_A_MANIFEST.test(text) && !LEAVES_OUT.test(text)
const IS_A_MANIFEST = /^(?:apiVersion|kind):/m
/** "[...]" on a line of its own: whoever copies it puts too little. */
const LEAVES_OUT = /^\s*(?:#\s*)?(?:\[?(?:\.{3,}|\u2026)\]?|<(?:snip|omitted)>)\s*$/m
const IS_AN_EXAMPLE = /^(?:for )?(?:an )?(?:examples?|instance)\s*[:.\uFF1A]?$|^e\.g\.?\s*:?$/i
/** "Append it as this example shows:" */
const LIKE_AN_EXAMPLE = /\b(?:like|as in|as) (?:this|the following|the) example\b[^.]{0,20}$/i
const ENDS_OPEN = /[:\uFF1A]$/
const ADDS_TEXT =
  /^the following\b[^.:]{3,120}\bbe (?:added|appended|inserted|pasted|put) (?:to|in|into|at)\b[^:]{1,120}:$|^(?:in)?to(?: (?:read|this|the following))?\s*[:\uFF1A]$|\b(?:so (?:that )?it|it (?:should|must)) (?:contains?|reads?|says?)\s*[:\uFF1A]$|\b(?:add|append|paste|insert|put|include|send|submit)\b[^.]{0,80}\b(?:the following|this|these|following|lines?|block|section|settings?)\b.{0,80}[:\uFF1A]$|\bwith (?:the following|this|these) (?:\w+ )?(?:lines?|settings?|contents?|config(?:uration)?|values?|block|section|yaml|json)\s*[:\uFF1A]$|^(?:add|append|paste|insert|put) (?:this|these|the following) (?:\w+ )?(?:stanzas?|blocks?|sections?|lines?|settings?|entry|entries)\b[^.:]{0,80} (?:to|in|into|at)\b.{0,80}/i
/** "If it is small, add", "Add the limits to the settings:" above nothing but what is set. */
const ADDS =
  /\b(?:add|append|insert|put)(?: (?:[^.:\uFF1A]|\.(?! )){1,120} (?:to|in|into|at) (?!.*\b(?:shell|terminal|session)\b)(?:[^.:\uFF1A]|\.(?! )){1,120}[:\uFF1A])?$/i
const IS_SET = /^\s*(?:#.*|(?:- )?[A-Za-z_][\w.-]*(?:=\S*|:(?:\s+\S.*)?))?$/
const IS_NAMED = /^[^#\n]*[=:]/m
const onlySets = (text: string): boolean => IS_NAMED.test(text) && text.split('\n').every((line) => IS_SET.test(line))
/** "Copy the code below into the settings. They are read at once." */
const PUTS_WHAT_IS_BELOW =
  /^(?:please )?(?:copy|paste|add|append|insert|put)\b[^.]{0,60}\b(?:below|following)\b[^.]{0,60}\b(?:to|into|in|at)\b/i
/** What is done to settings, a manifest or a message. */
const CHANGE =
  '(?:add|append|paste|insert|put|apply|use|update|edit|change|modify|set|create|save|configure|deploy|patch|define|write|replace|remove|delete|increase|decrease|raise|lower|reduce|extend|bump|adjust|tune|scale|enable|disable|limit|override|specify|switch|allow|deny|post|send|copy|fill)'
const CHANGES = new RegExp(`\\b${CHANGE}\\b`, 'i')
/** What is only looked for stands somewhere already, unless it is to be changed as well ("Review and increase the quota"). */
const LOOKS = new RegExp(
  `^\\W*(?:then |now |next,? |also )?(?:check|verify|look|see|find|confirm|ensure|watch|note|inspect|review|search|identify|wait|monitor|observe|compare|get|list|make sure)\\b(?!.{0,120}(?:\\b(?:and|or|then)|[:,\u2013]) ${CHANGE}\\b)`,
  'i',
)
function changes(sentence: string): boolean {
  return CHANGES.test(sentence) && !LOOKS.test(sentence) && !announcesOutput(sentence)
}

/** Code of no language, or of a text, that is no listing, log or object which a tool printed. */
function isPlain(code: CodeBlock): boolean {
  const first = /^\s*(\S.*)/.exec(code.text)?.[1] ?? ''
  return (
    (code.language === '' || PLAIN_TEXT.has(code.language)) &&
    !isLogLine(first) &&
    !showsAThing(code) &&
    !isExpandedRow(first) &&
    !beginsWithColumns(code)
  )
}

function isSettingsLanguage({ language, text }: CodeBlock): boolean {
  if (language === '') return IS_NESTED.test(text)
  return /^(?:ya?ml|toml|ini|conf|properties|env|json[5c]?|xml|hcl|terraform|tf|nginx|haproxy|apache|jinja2?)$/.test(
    language,
  )
}

/** "relay:" above "  size: 3" is YAML in whatever fence. */
const IS_NESTED = /^(?:\s*#.*\n)*[A-Za-z_][\w.-]*:[ \t]*\n(?:\s*#.*\n)*[ \t]+(?:- )?[\w"'][\w."' -]*(?::|$)/

/** The commands of the code block at a place: none when the paragraph above it announces output and it does not begin with a tool of the shell (R3). */
export function commandsAt(blocks: readonly Block[], index: number): readonly Command[] {
  const code = blocks[index]
  if (code?.type !== 'code') return []
  const before = blocks[index - 1]
  if (before === undefined) return readCommands(code)
  if (before.type === 'code' && (listsNames(code) || isAnswerTo(before, code))) return []
  const words = lastWordsOf(before)
  if (isTheValueOf(words, code)) return []
  if (
    forbidsCode(words) ||
    TELLS_WHEN_IT_FIRES.test(words) ||
    bringsItAbout(words) ||
    supposes(words) ||
    isFilledIn(words, blocks, index)
  )
    return []
  const isOutput = textToPut(words, code) === undefined && announcesOutput(words)
  const lead = sentencesOf(words).at(-1) ?? words
  const isError = PLAIN_TEXT.has(code.language) && ENDS_IN_WHAT_ONE_SEES.test(lead)
  const isSure = IS_SURELY_SHOWN.test(lead) || isExampleOfOutput(lead) || isError
  if (isOutput && (isSure || !isToolLine(code.text)) && !goesOn(words, code)) return []
  return commandsBelow(words, code)
}

/** Code of no language straight below that of a shell, which does not begin as a call does: what that printed, or what is to stand in the file that it edits. */
function isAnswerTo(above: CodeBlock, { language, text }: CodeBlock): boolean {
  if (language !== '' || !OF_A_SHELL.test(above.language) || OPENS_A_CONSOLE.test(above.text)) return false
  if (hasPrompt(language, text.split('\n'))) return false
  const tools = new Set(above.text.split('\n').map(firstWordOf))
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  return !looksTyped(text) && !isUnknownCall(first) && !tools.has(firstWordOf(first))
}

/** What stands below may be typed there. */
const OPENS_A_CONSOLE = new RegExp(`\\s-(?:it|ti)\\b|(?:^|\\s)(?:${CONSOLE_TOOLS})\\b`)
const OF_A_SHELL = /^(?:sh|bash|zsh|shell|console|terminal|powershell|pwsh)$/
const firstWordOf = (line: string): string => /\S+/.exec(withoutPrompt(line))?.[0] ?? ' '

/** "The address in `ring.env`:" above `RING=...`: what is set there, if nothing asks to set it here. */
function isTheValueOf(words: string, { language, text }: CodeBlock): boolean {
  return language === '' && words !== '' && /^[A-Z][A-Z\d_]*=\S+\s*$/.test(text) && !asksForAction(words)
}

/** "Example:" above a call with its answer, behind a call of the same tool: how that one looks when it is filled in. */
function isFilledIn(words: string, blocks: readonly Block[], index: number): boolean {
  const code = blocks[index]
  if (code?.type !== 'code' || !IS_AN_EXAMPLE.test(words)) return false
  const isAnswered = readCommands(code).some(({ output }) => output !== undefined)
  return isAnswered && (toolsIn(blocks).get(toolOf(code)) ?? index) < index - 1
}

const toolOf = ({ text }: CodeBlock): string => withoutPrompt(text.trimStart()).split(' ', 2).join(' ')

/** The place at which each tool is first called in the code among some blocks. */
const toolsIn = rememberedOf((blocks: readonly Block[]) => {
  const places = new Map<string, number>()
  blocks.forEach((block, at) => {
    const tool = block.type === 'code' ? toolOf(block) : undefined
    if (tool !== undefined && !places.has(tool)) places.set(tool, at)
  })
  return places
})

/** "For example, if you open a ring:" shows how something comes about; "For example, if you want to open one:" says what for. */
function supposes(words: string): boolean {
  return words.includes('xample') && SUPPOSES.test(sentencesOf(words).at(-1) ?? words)
}

const SUPPOSES =
  /^for example,? (?:if|when|suppose|say) (?:you|we|someone|somebody|one|a|an|the) (?!(?:(?:would|['\u2019]d) like|want|need|wish|have|prefer|are|see|do|can|know)\b)[^:\uFF1A]*[:\uFF1A]$/i

/** "The alert fires when:" above its query. */
const TELLS_WHEN_IT_FIRES =
  /\b(?:alert|alarm|rule|it)\b[^.:]{0,60}\b(?:fires|triggers|is (?:fired|triggered|raised|defined|sent))\b[^.:]{0,40}[:\uFF1A]$/i

/** "The alarm can be triggered with a loop:", "To demonstrate it, fill the ring:" show how the trouble comes about. */
const bringsItAbout = (words: string): boolean => BRINGS_IT_ABOUT.test(sentencesOf(words).at(-1) ?? words)
const BRINGS_IT_ABOUT =
  /^[^,.:]{0,60}\b(?:alarms?|alerts?|quotas?|limits?|errors?|failures?|outages?|problems?|issues?|faults?) can (?:also |then |now )?be (?:\w+ly )?(?:triggered|provoked|simulated|reproduced|demonstrated|caused|hit|reached)\b|\bto (?:demonstrate|illustrate)\b|\bto see what happens (?:when|if)\b/i

/** What the words above code tell to put somewhere, else the commands it holds, else the whole of it where it is to be run. */
export function commandsBelow(words: string, code: CodeBlock): readonly Command[] {
  const read = textToPut(words, code) ?? readCommands(code)
  if (read.length > 0 || !TOLD_TO_RUN.test(words)) return read
  if (code.language !== '' && SHELLS.has(code.language) && IS_A_TASK.test(code.text))
    return [{ language: code.language, text: code.text.trim(), line: code.codeLine }]
  if (!PLAIN_TEXT.has(code.language) || !isPlain(code)) return read
  const text = code.text.trimEnd()
  return [{ language: SEARCHES.test(words) ? 'text' : languageInPlainText('text', text), text, line: code.codeLine }]
}

/** "ring:mend_late", which would be a setting under other words: the name of a task. */
const IS_A_TASK = /^\s*[a-z][\w-]*(?::[a-z][\w-]*)+\s*$/

const SEARCHES = /\b(?:quer(?:y|ies)|search|filter|expression|explorer|insights|console|editor|viewer)\b/i

/** "Select the groups, then run:" above a query of some console that is not known here. */
const TOLD_TO_RUN =
  /\b(?:run|execute|submit|enter|type)\b[^.:]{0,60}[:\uFF1A]$|\b(?:with|using|use|via|by|in|for)\b[^.:]{0,60}\b(?:query|search|filter|expression|command|(?:logs?|metrics|query) (?:explorer|insights|console|editor|viewer)|kibana|splunk|loki)(?: (?:below|string))?\s*[:\uFF1A]$/i

/** The words straight above what follows a block: of a list those of its last and innermost item. */
function lastWordsOf(block: Block): string {
  if (block.type === 'paragraph') return block.inline.text
  const inner = block.type === 'list' ? block.items.at(-1)?.blocks.at(-1) : undefined
  return inner ? lastWordsOf(inner) : ''
}

import { isActionVerb, verbOfGerund, verbOfParticiple } from './verb-forms.ts'

/** "it may require a rollback": the remedy is a noun. */
const REQUIRES_A_REMEDY =
  /(?<!\b(?:not|never|no longer|cannot|which|that) |n['\u2019]t )\b(?:(?:may|might|will|can|would) )?(?:requires?|needs?) (?:a|an) (?:[a-zà-ÿ]+ )?(?:restart|rollback|reboot|redeploy(?:ment)?|failover|rebuild|upgrade|resize|clean-?up|vacuum|rerun|re-run|backfill|reload)\b/i
/** "a restart may be necessary", behind a case. */
const NEEDS_A_REMEDY =
  /^(?:if|when|in (?:the )?case)\b.{5,200}, .{3,120}\b(?:(?:may|might|will|is|are)(?: be)? (?:necessary|required|needed)|(?:may|might) (?:need|require|help|fix|resolve|solve)|it (?:is|may be|might be) best to)\b/i
/** "the limit should be raised" */
const IS_TO_BE_DONE =
  /(?<!\b(?:you|we|I|\p{L}+s that) )\b(?:(should|must|needs? to|has to|have to)|can|could|may|might)(?: then| also| now| need to| have to| (?!automatically)[a-zà-ÿ]+ly)* be (?:(?!automatically)[a-zà-ÿ]+ly )?([a-zà-ÿ]+(?:ed|un)|built|rebuilt|undone|rewritten)\b(?! and automatically)/giu

/** "Deleting the record should trigger a new one": what doing it brings about is what one wants. */
const BRINGS_ABOUT =
  /^(?:(?:assuming|if|when|where|in|for)\b[^,]{3,80}, )?(?:[a-zà-ÿ-]+ly,? |(?:sometimes|often|usually|alternatively|in that case|then),? )?(?!following)([a-zà-ÿ]+ing)\b(?! (?:is|are|was|not)\b)[^.]{3,120}?\b(?:(?:(?:may|might|can|could)(?! (?:also )?(?:remove|reset)\b)|will|should|would)(?: (?!automatically)[a-zà-ÿ]+ly| also| often| usually| then)? |(?:usually|often|normally|typically) )(?:help|fix|resolve|solve|clear|mitigate|work|trigger|restore|recover|reduce|free|force|unblock|unstick|lower|speed|confirm|reveal|relieve|alleviate|recreate|rebuild|reset|remove|bring|get|provide|show|tell)(?:e?s)?\b(?! (?:in )?(?:data|an? (?:outage|loss))| (?:[a-z]+ )?the (?:likelihood|chances?|odds|probability)\b)/i

/** "The relay needs restarting", "This requires restarting it" */
const NEEDS_DOING =
  /(?<!\b(?:not|never|no longer) |n['\u2019]t )\b(?:needs?|requires?) (?:[a-zà-ÿ]+ly )?([a-zà-ÿ]+ing)\b/i
/** "This must be done by hand" */
const IS_DONE_BY_HAND =
  /\b(?:must|should|has to|have to|needs? to)\b(?: (?:then|now|first|also|still))? be (?:done|performed|made|carried out|completed|executed|run)(?: [a-zà-ÿ]+)? (?:manually|by hand)\b/i

/** "The following settings can be added to the file of the ring:" above them */
const IS_PUT_THERE =
  /^the following\b[^.:]{3,120}\b(?:can|may|should|must|needs? to) (?:then |now )?be (?:added|appended|applied|copied|inserted|pasted|put)\b[^:]{0,120}:$/i

/** Whether a sentence names what is to be done without telling the reader to: "If it hangs, a restart may be necessary", "the limit should be raised", "deleting it should trigger a new one". */
export function namesRemedy(sentence: string): boolean {
  if (
    IS_PUT_THERE.test(sentence) ||
    NEEDS_A_REMEDY.test(sentence) ||
    IS_DONE_BY_HAND.test(sentence) ||
    REQUIRES_A_REMEDY.test(sentence)
  )
    return true
  if (REMEDIES.has(verbOfGerund((NEEDS_DOING.exec(sentence)?.[1] ?? '').toLowerCase()))) return true
  const gerund = BRINGS_ABOUT.exec(sentence)?.[1] ?? ''
  if (isActionVerb(verbOfGerund(gerund.toLowerCase()))) return true
  if (!/\bbe\b/i.test(sentence) || NOTHING_CAN.test(sentence)) return false
  if (isActionVerb((SERVES_TO.exec(sentence)?.[1] ?? '').toLowerCase()) || CAN_BE_SET.test(sentence)) return true
  const doneBy = verbOfParticiple((CAN_BE_DONE_BY.exec(sentence)?.[1] ?? '').toLowerCase())
  if (REMEDIES.has(doneBy) || LOOKS.has(doneBy)) return true
  const isCase = OPENS_A_CASE.test(sentence)
  const leadsOn = LEADS_ON.test(sentence)
  const isShown = SHOWS_IT_DONE.test(sentence)
  if (isActionVerb(verbOfGerund((IS_DONE_BY.exec(sentence)?.[1] ?? '').toLowerCase()))) return true
  return [...sentence.matchAll(IS_TO_BE_DONE)].some(([, must, word = '']) => {
    const verb = verbOfParticiple(word.toLowerCase())
    if ((leadsOn || (isShown && !HOLDS.has(verb))) && isActionVerb(verb)) return true
    if (REMEDIES.has(verb) || (isCase && ALSO_IN_A_CASE.has(verb))) return true
    return (isCase || must !== undefined) && isActionVerb(verb) && !HOLDS.has(verb)
  })
}

/** "The page can be used to check the trend"; that it shows something is no remedy. */
const SERVES_TO =
  /(?<!\b(?:this|it|they|that|which) )\b(?:can|may|could|should) (?:also )?be used to (check|inspect|identify|verify|debug|diagnose|investigate|determine|fetch|troubleshoot|confirm|validate|query)\b/i
/** "No writes can be performed" tells of a limit, "it might be deliberately stopped" of a state; of "we should be told" the reader is the object; "can be extended with approval" is allowed. */
const NOTHING_CAN =
  /\b(?:no|nothing|none)\b[^,.]{0,40}\b(?:can|could|may|might) be\b|\b(?:can|could|may|might) be (?:deliberately|intentionally|purposely)\b|\bcan be\b[^.:]*\b(?:with|on|upon) (?:approval|request)\b/i
/** What is done to a thing to bring it back; that it "can be found" or "should be running" is no remedy. */
const REMEDIES = new Set(
  'restart increase decrease raise lower delete remove review investigate scale reduce replace reset escalate contact notify clean upgrade reboot tune adjust rerun drain cordon uncordon untaint recreate move revert expand extend clear kill stop throttle fix check execute enable disable restore'.split(
    ' ',
  ),
)
/** What is done to see how a thing is. */
const LOOKS = new Set('confirm verify inspect monitor validate test identify'.split(' '))
/** How a thing is, or comes to be by itself, though a verb says it: "must be set", "should be deployed". */
const HOLDS = new Set(
  'find see set define expose include configure allocate provide give read write use expect keep show hold specify describe mount connect attach bind lock block force base cancel limit accept reject deny throttle evict lose load fill break complete resolve trigger receive apply reach understand assume call name consider determine identify access deploy install create run send route start store mark log query test ignore follow iterate perform report enforce publish return retain register'.split(
    ' ',
  ),
)
/** "Readers can be configured to use a larger limit": a setting is the remedy; that it "can be configured in" a file says where. */
const CAN_BE_SET =
  /(?<!\b(?:this|it|they|that|which|and|what|how|where) )\bcan be (?:configured|set up|tuned|adjusted|modified|changed|instructed|told) to [a-z]+ /i
/** "This can be confirmed by running it" */
const CAN_BE_DONE_BY =
  /\b(?:can|could|may) (?:also )?be (?:[a-zà-ÿ]+ly )?([a-zà-ÿ]+(?:ed|un)) (?:by (?:[a-zà-ÿ]+ly )?[a-zà-ÿ]+ing\b|(?:by|with|using|via) \x81)/i
/** "This can be done by altering the limit" */
const IS_DONE_BY =
  /^(?:this|that|it)\b[^.]{0,20} (?:can|may|should|must) (?:also )?be (?:done|achieved|accomplished|fixed|resolved|solved|prevented|mitigated) by (?:[a-zà-ÿ]+ly )?([a-zà-ÿ]+ing)\b/i
/** "The store can be purged by:" leads to how. */
const LEADS_ON =
  /\b(?:by|using|via|with|as follows|like (?:this|so)|in (?:these|the following) (?:[a-zà-ÿ]+ )?(?:ways?|steps))[:\uFF1A]$/i
/** "The copy can then be moved to another store, for example a bucket:" leads to one way of it. */
const SHOWS_IT_DONE = /[,;] (?:for example|for instance|e\.?g\.?)(?:,? [^\s,:]+){0,3}[:\uFF1A]$/i
/** "If it grows, the queue can be watched". */
const ALSO_IN_A_CASE = new Set(['query', 'watch', 'use', 'start', 'run'])
/** "When", "once" and "in that case" open what is to be done about it. */
const OPENS_A_CASE = /^(?:if|when|once|after|in (?:the |that |this )?case|as a last resort|then|otherwise)\b/i

import { keepsFrom } from './forbidding.ts'
import { startsWithVerb, withoutLeadIn } from './verb-forms.ts'

/** "In other cases ensure ...": what to do begins behind the case, without a comma. */
export const IN_A_CASE =
  /^in (?:(?!case\b)[a-zà-ÿ]+ ){1,3}(?:cases?|situations?|circumstances)\s+(?!(?:you|we|one|it)\b)/i
/** A place, a means or a case in front of what to do, with no comma between: "From the console check the queue". */
const OPENS_WITHOUT_COMMA =
  /^(?:if|when|in case|in case of|for|from|in|on|at|via|with|using|under|within|inside|before|after|once|to)\b[^,]{3,160}(?<!\b(?:to|the|a|an|this|that|each|every|no|any|new|first|last|of|for|in|on|from|at|by|you|we|they|it|which|who|can|could|should|must|may|might|and|or|not|never|will|would|does|do|did|last|health|status|quality)) (?:please |either |first |then )?(?<!^(?:if|when|once|after) (?:the |your )?[a-z]+s )(?:make sure \p{L}|consider \p{L}|(?:navigate|go|scroll|click|select|choose|connect|switch|log) (?:in)?(?:to|on|from)\b|(?:check|verify|ensure|examine|locate|choose|contact|restart|delete|remove|access|open|select|click|run|execute|look at|see|change|set|update|edit|add|increase|decrease|create|apply|use|follow|try|(?<!s )(?:tag|ask|notify|escalate|raise|report|submit|send|assign|stop|start|kill|drain|scale|reboot|inspect|review|investigate|confirm|retry|rerun|re-run|disable|enable|replace|repeat|enter))\s(?:\x81|\p{Ll}+ \x81|(?:the|an?|that|following|if|whether|it|them|your|our|with|those|these|all|any|this|above)\b)|(?:try|ensure|escalate|report|proceed) to\b|(?<!\b(?:a|the|sanity|spot|daily|first|next) )(?:check|look|search) for (?!it\b))/iu
/** "In the limit field enter the name": the part of a screen comes first. */
const IN_A_FIELD =
  /^(?:in|on|under|at|from|for|within) the [^,.]{1,60}? (?:field|box|menu|tab|drop-?down|page|section|dialog|window|column|panel|form|list|screen|view|settings|console)s?,? (?:please |then )?(?:enter|type|choose|select|pick|set|click|put|fill|paste|tick|check|open|change)\s/i
/** "First, you delete the keys": told in order, and not as an order. */
const TELLS_IN_ORDER =
  /^(?:first|second|third|fourth|now|then|next|finally|lastly|afterwards|after that|from there),? (?:you|we)(?: (?:then|now|also|just|simply))? (?!(?:see|get|notice|find|have|need|want|will|can|may|might|should|must|could)\b)(?=[a-zà-ÿ])/i

/** Whether what to do stands behind a place, a means, a case or a number in the order, with no comma that would tell. */
export function ordersBehindAnOpening(sentence: string): boolean {
  const opening = withoutLeadIn(sentence)
  if (keepsFrom(opening)) return false
  if (OPENS_WITHOUT_COMMA.test(opening) || IN_A_FIELD.test(opening)) return true
  const told = TELLS_IN_ORDER.exec(sentence)
  return told !== null && startsWithVerb(sentence.slice(told[0].length))
}

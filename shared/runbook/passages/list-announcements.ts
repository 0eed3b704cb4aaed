/** "The installer will automate the following:" tells what a tool does; a page, a procedure or a person that does it is the reader. */
const TELLS_WHAT_A_TOOL_DOES =
  /^(?!(?:you|we|one|i|they|please|to|if|when|once|then|first|next|now|let|users?)\b)(?!(?:[a-zà-ÿ-]+ ){0,3}(?:runbook|playbook|page|document|guide|section|procedure|process|steps?|checklist|engineer|on-?call|team|dba|admin|administrator|responder|person|user|plan|fix|solution|mitigation|resolution)s?\b)(?:[a-zà-ÿ\d_`-]+ ){1,5}(?:(?:will|can|may|then|now|first|also|automatically|itself) ){0,2}(?:automates?|performs?|provides?|offers?|supports?|does|do|handles?|carr(?:y|ies) out|takes care of)(?: automatically)? (?:the following|these|this)(?: [a-zà-ÿ]+){0,4}\s*[:\uFF1A]$|^(?:so )?(?:currently )?(?:the|this|it|each|our) (?!(?:[a-zà-ÿ-]+ ){0,2}(?:engineer|on-?call|team|dba|operator|administrator|responder|person|user|procedure|plan|steps?) will)(?:[a-zà-ÿ\d_`-]+ ){0,3}will(?: then| now| automatically)?\s*[:\uFF1A]$|^[a-z\d]+(?:[-_.][a-z\d]+)+(?: [a-z\d-]+){0,3} will\s*[:\uFF1A]$|^(?!(?:you|we|one|i|they|please|if|when|once|then|first|next|now|to)\b)[^.,:]{3,100}\b(?:uses|leverages|employs|relies on|is used|are used|is designed|exists)\b[^.:]{0,80} to\s*[:\uFF1A]$|^(?:the|this|that|it|doing so)\b(?![^:]*\b(?:could|can|may|might)\b)[^.,:]{0,60}\b(?:triggers?|causes?|prompts?|instructs?|tells?|forces?|makes?|lets?) (?:the|an?|its|our|each|all) [^.,:]{1,60}(?<!\b(?:team|engineer|operator|owner|user|person|on-?call|customer|client|partner)s?)(?: to)?\s*[:\uFF1A]$/i
/** "Supported commands:", "In the above example, we:", "Examples of when this helps:", "It should be used for the following actions:" */
const LISTS_WHAT_THERE_IS =
  /^(?:(?:the|all|other|currently|list of) )*(?:supported|available|valid|accepted|allowed) (?:[a-zà-ÿ]+ )?(?:commands?|options?|flags?|parameters?|arguments?|values?|stat(?:e|us)(?:es|s)?|fields?|operations?)(?: (?:are|include))?\s*[:\uFF1A]$|^(?:(?:some|a few|more) )?examples? of (?:when|where|cases|situations)\b[^:\uFF1A]*[:\uFF1A]$|\b(?:is|are|(?:can|may|should) be) used for (?:the following|these)\b[^.:\uFF1A]{0,60}[:\uFF1A]$|^in (?:the (?:above|preceding|previous) (?:example|command|query|snippet)|the (?:example|command|query|snippet) above)s?(?:,? (?:we|it|this|the command))?\s*[:\uFF1A]$/i
/** "Timeouts often increase during:" tells when something comes to pass. */
const TELLS_OF_EVENTS =
  /^(?!(?:you|we|one|i|to|please|if|when|once)\b)(?:[a-zà-ÿ\d_`-]+ ){1,6}(?:(?:often|usually|sometimes|typically|commonly|normally|generally|also|briefly|can|may|might|will) ){0,3}(?:increases?|decreases?|occurs?|happens?|arises?|appears?|fires?|fails?|triggers?|results?|stems?|spikes?|drops?|grows?|varies|vary) (?:during|while|when|after|from|because|as a result|in|on|for|under)\b[^.:]{0,80}[:\uFF1A]$/i
/** "The following dashboards can give more insight:" */
const NAMES_PLACES_TO_LOOK =
  /\bthe following (?:[a-zà-ÿ]+ ){0,2}(?:dashboards|panels|graphs|charts|metrics) (?:(?:can|could|may|might|will|also) )*(?:provide|show|give|help|offer|contain|are (?:useful|helpful|available))\b[^:\uFF1A]*[:\uFF1A]$/i
/** "Some examples of draining a node:" */
const GIVES_EXAMPLES =
  /^(?:(?:some|a few|more|other|several|past|recent|here are|these are|the) ){0,3}examples? (?:of|for|from|are)\b/i

/** "Look for:", "There you can see three fields:", "Pay special attention to:", "Search the logs of the ring for:" */
const LOOKS_FOR =
  /^(?:then |also |and )?(?:search|scan|grep|look (?:in|at|through|into)|check|inspect|examine|review|query|monitor) [^.:\uFF1A]{1,80} for\s*[:\uFF1A]$|(?:^(?:[a-z]+ly )?|[,;] |\b(?:and|then|to|should|can|must) )(?:look(?: out)?(?: [a-zà-ÿ]+ly)? for|watch(?: out)? for|pay (?:[a-zà-ÿ]+ )?attention to|keep an eye (?:out )?(?:on|for)|search for|be alert (?:to|for))\b[^.:\uFF1A]*[:\uFF1A]$|\b(?:view|see|find) (?:[a-zà-ÿ]+ ){0,3}(?:metrics|fields|columns|values|numbers)\s*[:\uFF1A]$/i
/** "Characteristic log patterns during a failover:" */
const NAMES_EVIDENCE =
  /^(?:[a-zà-ÿ]+ ){0,4}(?:log (?:patterns?|lines?|messages?|entries)|error (?:messages?|patterns?)|patterns?|signatures?|warning signs|signs|(?:common|typical|usual|frequent) (?:messages|errors|(?:exit |status |error )?codes|outputs?|results?))\b(?! to\b)[^.:\uFF1A]{0,60}[:\uFF1A]$/i

/** "This method involves the following steps:" */
const GIVES_AN_OVERVIEW =
  /\b(?:involves?|includes?|consists? of|comprises?|(?:is|are) (?:split|divided) (?:up )?into|takes place in|goes through|at a high level|in short|in summary|overview)\b[^.]{0,80}[:\uFF1A]$/i

/** "The objectives are:" */
const NAMES_AIMS =
  /^(?:(?:the|our|its|these|main|primary|key|overall) ){0,3}(?:objectives?|goals?|aims?)(?: (?:of|for|here|in) [^.:\uFF1A]{1,60})?(?: (?:are|is)(?: to)?(?: the following)?)?\s*[:\uFF1A]$/i

/** Whether a line above a list says what is to be reached: how is told elsewhere. */
export function namesAims(sentence: string): boolean {
  return NAMES_AIMS.test(sentence)
}

/** "a method which allows you to:" */
const SAYS_WHAT_IT_IS_FOR =
  /^(?!(?:to|please|if|when|once|then|first|next|now)\b)[^.:\uFF1A]{3,160}\b(?:allows?|lets?|enables?|permits?) (?:you|us|one|users|operators|teams?)(?: to)?\s*[:\uFF1A]$/i

/** Whether a line above a list promises an account of what is told in full elsewhere. */
export function givesAnOverview(sentence: string): boolean {
  return GIVES_AN_OVERVIEW.test(sentence)
}

/** Whether a line above a list says when alone something may be used ("Use only if:"): its items are the cases. */
export function limitsUse(sentence: string): boolean {
  return LIMITS_USE.test(sentence)
}

const LIMITS_USE =
  /^(?:please )?(?:use only|only use(?: (?:it|this|that)(?: (?!if\b|when\b)[a-zà-ÿ]+)?)?) (?:if|when)\b[^.:\uFF1A]{0,60}[:\uFF1A]$/i

/** "The upgrade will", "It allows you to" */
const LACKS_ITS_COLON = /\b(?:will|to)$/i

/** Whether a line above a list tells what a tool does by itself, also without a colon: its items are not for the reader, whatever their words. */
export function tellsWhatAToolDoes(sentence: string): boolean {
  const led = LACKS_ITS_COLON.test(sentence) ? `${sentence}:` : sentence
  return TELLS_WHAT_A_TOOL_DOES.test(led) || SAYS_WHAT_IT_IS_FOR.test(led)
}

/** Whether a line above a list says what there is to choose from: each item is told with its meaning, and none is to be done. */
export function listsWhatThereIs(sentence: string): boolean {
  return LISTS_WHAT_THERE_IS.test(sentence)
}

/** Whether a line above a list says of how many kinds something is: each item tells one, and none is to be done. */
export function countsKinds(sentence: string): boolean {
  return COUNTS_KINDS.test(sentence)
}

/** "The relay sends 2 types of alerts." */
const COUNTS_KINDS =
  /\b(?:\d|two|three|four|five|several|various|different|multiple) (?:[a-zà-ÿ]+ )?(?:types?|kinds?|sorts?|class(?:es)?|categor(?:y|ies)) of (?!(?:actions?|checks?|fix(?:es)?|steps?|remed(?:y|ies)|solutions?|tasks?)\b)[a-zà-ÿ]+[^.:\uFF1A]{0,40}[.:\uFF1A]$/i

/** Whether a line above a list tells when something comes to pass: items that ask for nothing are then events. */
export function tellsOfEvents(sentence: string): boolean {
  return TELLS_OF_EVENTS.test(sentence)
}

/** Whether a line only says what to look for in what was opened or printed: the items are what may be seen there. */
export function tellsWhatToLookFor(sentence: string): boolean {
  return LOOKS_FOR.test(sentence)
}

/** Whether the words of an item end in "Check for:": each item below it is a look, whatever its words. */
export const checksFor = (text: string): boolean => /(?:^|[.,;] )check for\s*[:\uFF1A]$/i.test(text)

/** Whether a line names what shows the trouble, as in "Typical log patterns:", so that the items are that and nothing to do. */
export function namesEvidence(sentence: string): boolean {
  return NAMES_EVIDENCE.test(sentence)
}

/** Whether a line only says where more can be seen: the items are the names of it. */
export function namesPlacesToLook(sentence: string): boolean {
  return NAMES_PLACES_TO_LOOK.test(sentence)
}

/** Whether a line says that examples follow; they show what was done elsewhere. */
export function promisesExamples(sentence: string): boolean {
  return GIVES_EXAMPLES.test(sentence)
}

/** Whether a line only says what to know: "Note the following considerations:". */
export function saysWhatToKnow(sentence: string): boolean {
  return SAYS_WHAT_TO_KNOW.test(sentence)
}

const SAYS_WHAT_TO_KNOW =
  /^(?:please )?(?:note|keep in mind|bear in mind|be aware of|mind|remember) (?:the following|these)(?: [a-zà-ÿ]+){0,3}\s*[:\uFF1A]$|\b(?:need|have) to (?:be aware of|think (?:of|about)|know|understand|keep in mind)(?: and (?:be aware of|think (?:of|about)|know|understand|keep in mind))?(?: (?:the following|these|that|a few things))?\s*[:\uFF1A]$/i

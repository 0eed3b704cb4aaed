import { speaksOfForeignTrouble } from '../languages/foreign-mood.ts'

const TROUBLE =
  /\b(?:late|delay(?:ed|s)?|missing|broken|fail(?:s|ed|ing|ure|ures)?|errors?|slow|stuck|down|outage|high|low|full|critical|exhaustion|saturat(?:ed|ion)|pressure|contention|throttl(?:ed|ing)|overload(?:ed)?|unresponsive|misconfigured|missed|out of memory|oom\w*|evict(?:ed|ion)|restart(?:s|ing)|pollut(?:ed|ion)|behind|timeouts?|timed? out|unavailable|unreachable|crash(?:es|ed|ing|loop)?|corrupt(?:ed|ion)?|duplicat(?:e|es|ed)|stale|wrong|bad|incorrect|mismatch|drift|lag|backlog|latency|incomplete|partial|lost|leak|exhausted|exceeded|expired|hang(?:s|ing)?|hung|blocked|deadlock|refused|denied|not \w+|(?:do|does|is|are|has|have|was|did|wo|ca|could|would)n.t|does not|will not|cannot|no (?:\w+ )?(?:data|space|consumers?|leader|quorum|connection|response|access)|always|never|too (?:many|few|fast|slow|large|small|high|low|old|long)|empty|issues?|breach|spike|drop(?:ped|s)?|unexpected|invalid|unable|used up|filling(?: up)?|fills|running out|flap(?:s|ping)|anomal(?:y|ies)|out of \w+|violation|unhealthy|degraded|flapping)\b|\balert\W*$/i

/** Whether a heading speaks of something that goes wrong: "Disk full", "Loader stuck", "API won't boot". */
export function speaksOfTrouble(heading: string): boolean {
  return TROUBLE.test(heading) || speaksOfForeignTrouble(heading)
}

/** The default shape: the parts of P3 in reading order. */
const nightdesk = `# {{title}}

{{overview}}

## Metrics

{{metrics}}

## Summary

{{summary}}

## Impact

{{impact}}

## Detection

{{detection}}

## Timeline

{{timeline}}

## Contributing factors and trigger

{{factors}}

## Response

{{response}}

## Resolution and recovery

{{resolution}}

## What went well

{{went-well}}

## What went wrong

{{went-wrong}}

## Where we got lucky

{{lucky}}

## Action items

{{actions}}

{{seal}}
`

/** After the Google SRE book, appendix D: impact and causes first, lessons together, timeline last. */
const google = `# {{title}}

{{overview}}

## Summary

{{summary}}

## Impact

{{impact}}

## Root causes and trigger

{{factors}}

## Resolution

{{resolution}}

## Detection

{{detection}}

## Action items

{{actions}}

## Lessons learned

### What went well

{{went-well}}

### What went wrong

{{went-wrong}}

### Where we got lucky

{{lucky}}

## Timeline

{{timeline}}

## Supporting information

{{metrics}}

{{response}}

{{seal}}
`

/** After PagerDuty's template: overview, what happened, contributing factors, "how'd we do". */
const pagerduty = `# {{title}}

{{overview}}

## Overview

{{summary}}

## What happened

{{detection}}

## Contributing factors

{{factors}}

## Resolution

{{resolution}}

## Impact

{{impact}}

{{metrics}}

## Responders

{{response}}

## Timeline

{{timeline}}

## How'd we do?

### What went well

{{went-well}}

### What didn't go so well

{{went-wrong}}

### Where we got lucky

{{lucky}}

## Action items

{{actions}}

{{seal}}
`

/** After Atlassian's template: fault, impact, detection, response, recovery, lessons, corrective actions. */
const atlassian = `# {{title}}

{{overview}}

## Incident summary

{{summary}}

## Fault and contributing factors

{{factors}}

## Impact

{{impact}}

## Detection

{{detection}}

## Response

{{response}}

## Recovery

{{resolution}}

## Timeline

{{timeline}}

{{metrics}}

## Lessons learned

### What went well

{{went-well}}

### What went wrong

{{went-wrong}}

### Where we got lucky

{{lucky}}

## Corrective actions

{{actions}}

{{seal}}
`

/** The shapes that come with the product; a workspace adds its own as `templates/postmortem.md`. */
export const postmortemTemplates = { nightdesk, google, pagerduty, atlassian } as const

const placeholder = /\{\{[ \t]*([a-z][a-z-]*)[ \t]*\}\}/g

/** A template's own front matter would stand under ours as a table of nothing: it goes. */
const withoutFrontMatter = (template: string): string => template.replace(/^---\n[\s\S]*?\n---\n/, '')

/**
 * A template with its placeholders replaced, in one pass, so that somebody's `{{text}}` is never expanded again.
 * Names that it does not know stay as they were, to be seen. Also says which names the template used.
 */
export function fillTemplate(
  template: string,
  parts: ReadonlyMap<string, string>,
): { readonly text: string; readonly used: ReadonlySet<string> } {
  const used = new Set<string>()
  const text = withoutFrontMatter(template.replace(/\r\n?/g, '\n')).replace(placeholder, (whole, name: string) => {
    const part = parts.get(name)
    if (part === undefined) return whole
    used.add(name)
    return part
  })
  return { text, used }
}

/** The placeholders of a template that mean nothing, so that whoever wrote it is told. */
export function unknownPlaceholders(template: string, known: Iterable<string>): readonly string[] {
  const names = new Set(known)
  const found = [...template.matchAll(placeholder)].map((match) => match[1] ?? '')
  return [...new Set(found.filter((name) => !names.has(name)))]
}

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

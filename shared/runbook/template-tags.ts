/** A tag of a template language: `<%= title %>`, `{{ title }}`, `{% include x %}`, `<?php ... ?>`. */
const TAGS = /<%.{0,300}?%>|<\?.{0,300}?\?>|\{\{.{0,300}?\}\}|\{%.{0,300}?%\}/gs

/** Whether a text is made by a template and holds no word of its own: such a heading says nothing until the site is built (R1). */
export function isOnlyTemplate(text: string): boolean {
  return text.search(TAGS) >= 0 && !/[\p{L}\p{N}]/u.test(text.replace(TAGS, ''))
}

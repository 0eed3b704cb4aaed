const KEPT_TAGS = new Set(
  (
    'a abbr b blockquote br caption center code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins ' +
    'kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var'
  ).split(' '),
)
const KEPT_ATTRIBUTES = new Set('href src alt title align colspan rowspan open width height'.split(' '))

/** Tags whose content is no text either. */
const WITH_CONTENT =
  /<(script|style|iframe|object|template|noscript|svg|math|title|textarea|select)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const TAG = /<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^"'<>])*)>|<!--[\s\S]*?-->|</gi
const ATTRIBUTE = /([a-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+)|([a-z-]+)/gi

function keptAttributes(text: string): string {
  const kept = [...text.matchAll(ATTRIBUTE)].flatMap(([, name = '', value = '', bare = '']) => {
    const key = (name || bare).toLowerCase()
    if (!KEPT_ATTRIBUTES.has(key)) return []
    return name === '' ? [` ${key}`] : [` ${key}="${value.replace(/^["']|["']$/g, '').replaceAll('"', '&quot;')}"`]
  })
  return kept.join('')
}

/**
 * Raw markup with only the tags and attributes that format text; every other `<` becomes a letter. The sanitiser behind it
 * is the guard; this keeps handlers and styles from reaching any parser, where the content policy would have to stop them.
 */
export function plainTags(markup: string): string {
  return markup
    .replace(WITH_CONTENT, '')
    .replace(TAG, (found, slash: string | undefined, name: string | undefined, rest = '') => {
      if (name === undefined) return found === '<' ? '&lt;' : ''
      const tag = name.toLowerCase()
      if (!KEPT_TAGS.has(tag)) return ''
      return slash === '/' ? `</${tag}>` : `<${tag}${keptAttributes(rest)}>`
    })
}

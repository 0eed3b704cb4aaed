const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/**
 * What a runbook's own markup may be made of (R7). No landmark is among them, so a text can neither pose as a part of the
 * page nor close one: every frame of the page around a text is a `section` or an `article`.
 */
export const allowedTags = words(
  'a abbr b bdi bdo blockquote br caption cite code col dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr',
)

/** Elements without an end. */
export const voidTags = words('br col hr img wbr')

/** Dropped with all that stands in them: what they hold is not text for a reader. */
export const droppedTags = words(
  'audio head iframe math noembed noframes noscript object plaintext script style svg template title video xmp',
)

/** Other elements of HTML: the tag goes, what stands in it stays. */
export const unwrappedTags = words(
  'address acronym applet area article aside base basefont big blink body button canvas center data datalist dialog dir embed fieldset font footer form frame frameset header hgroup html image input label legend link main map marquee menu menuitem meta meter nav nobr optgroup option output param picture progress search section select slot source spacer textarea track',
)

/** An element that means something only within another; alone it is unwrapped. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  tr: ['table'],
  td: ['table'],
  th: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  caption: ['table'],
  col: ['table'],
  summary: ['details'],
  figcaption: ['figure'],
  rt: ['ruby'],
  rp: ['ruby'],
}

/** What the start of an element ends when it is still open, as HTML lets authors leave the end tag out. */
export const endedBy: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  thead: ['thead', 'tbody', 'tfoot'],
  tbody: ['thead', 'tbody', 'tfoot'],
  tfoot: ['thead', 'tbody', 'tfoot'],
  p: ['p'],
  a: ['a'],
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name, _, all) => [name, all])),
}

/** The parts of a table between which nothing but other parts may stand: a browser moves whatever else is there out of it. */
export const tableFrames = words('table thead tbody tfoot tr')

/** The parts of a table that hold what is to be read. */
export const tableCells = words('td th caption')

/** What may stand directly in a frame of a table. */
export const tableParts = words('thead tbody tfoot tr td th caption col')

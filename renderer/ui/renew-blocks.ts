/** A block of a rendered text, and its markup without the lines of the file, which an edit above it moves. */
type Block = { readonly node: ChildNode; readonly markup: string }

const linesIn = (node: Node): readonly Element[] =>
  node instanceof Element ? [node, ...node.querySelectorAll('*')].filter((each) => each.hasAttribute('data-line')) : []

function markupOf(node: ChildNode): string {
  if (!(node instanceof Element)) return node.textContent ?? ''
  if (linesIn(node).length === 0) return node.outerHTML
  const copy = node.cloneNode(true) as Element
  for (const each of linesIn(copy)) each.removeAttribute('data-line')
  return copy.outerHTML
}

function blocksOf(markup: string): readonly Block[] {
  const box = document.implementation.createHTMLDocument().createElement('div')
  box.innerHTML = markup
  return [...box.childNodes].map((node) => ({ node, markup: markupOf(node) }))
}

function alikeFromStart(some: readonly Block[], others: readonly Block[]): number {
  const differing = some.findIndex(({ markup }, index) => markup !== others[index]?.markup)
  return differing < 0 ? some.length : differing
}

/** Blocks that stay say the same of other lines. */
function takeLines(nodes: readonly ChildNode[], now: readonly Block[]): void {
  const lines = now.flatMap(({ node }) => linesIn(node).map((each) => each.getAttribute('data-line') ?? ''))
  for (const [index, each] of nodes.flatMap(linesIn).entries()) each.setAttribute('data-line', lines[index] ?? '')
}

const foldsIn = (nodes: readonly ChildNode[]): readonly HTMLDetailsElement[] =>
  nodes.flatMap((node) =>
    node instanceof Element ? [...(node.matches('details') ? [node] : []), ...node.querySelectorAll('details')] : [],
  ) as readonly HTMLDetailsElement[]

const titleOf = (fold: Element): string => fold.querySelector('summary')?.textContent.trim() ?? ''

/** Folds of the same title, in their order, stay as the reader left them. */
function keepFolds(before: readonly HTMLDetailsElement[], now: readonly HTMLDetailsElement[]): void {
  const left = [...before]
  for (const fold of now) {
    const at = left.findIndex((each) => titleOf(each) === titleOf(fold))
    const [same] = at < 0 ? [] : left.splice(at, 1)
    if (same !== undefined) fold.open = same.open
  }
}

/**
 * Shows other markup in a box that was rendered from `before`, both safe. The blocks above and below the change stay the elements that they are, with what is
 * selected, folded and focused in them; of the others the folds stay as they are.
 */
export function renewBlocks(box: Element, before: string, after: string): void {
  const nodes = [...box.childNodes]
  const old = blocksOf(before)
  const now = blocksOf(after)
  const isKnown = nodes.length === old.length
  const head = isKnown ? alikeFromStart(old, now) : 0
  const tail = isKnown ? alikeFromStart(old.slice(head).reverse(), now.slice(head).reverse()) : 0
  const end = nodes.length - tail
  const following = nodes[end] ?? null
  takeLines(nodes.slice(0, head), now.slice(0, head))
  takeLines(nodes.slice(end), now.slice(now.length - tail))
  const gone = nodes.slice(head, end)
  const fresh = now.slice(head, now.length - tail).map(({ node }) => node)
  keepFolds(foldsIn(gone), foldsIn(fresh))
  for (const node of gone) node.remove()
  for (const node of fresh) box.insertBefore(node, following)
}

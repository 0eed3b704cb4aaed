/** The endings of Markdown, and behind one the ending of the template language that a site builder runs over it first. */
const MARKDOWN =
  /(?:\.html?)?\.(?:md|markdown|mdown|mkdn?|mdwn|mdtext|mdx|rmd|qmd)(?:\.(?:erb|ejs|eex|j2|jinja2?|njk|tmpl|tpl|tt|gotmpl|gohtml|liquid|hbs|handlebars|mustache|in|txt))?$/i
/** Pages in another markup, and copies of a Markdown file: a person may look for them, and they are not read. */
const OTHER_PAGE =
  /\.(?:rst|adoc|asciidoc|org|textile|wiki|mediawiki|creole|docx|odt)$|\.(?:md|markdown|mdx)(?:\.\w+|~)$/i

/** Whether a file is Markdown by its name, also as a template (`late.md.erb`): such a file is read as a runbook (R4). */
export function isMarkdownFile(path: string): boolean {
  return MARKDOWN.test(path)
}

/** Whether a file could be a page of the same collection that is not read: it is named, so that nobody takes it for read (R4). */
export function isOtherPage(path: string): boolean {
  return OTHER_PAGE.test(path) && !isMarkdownFile(path)
}

/** A path without the endings of Markdown: what its id and, without a heading, its title are made of. */
export function withoutEnding(path: string): string {
  return path.replace(MARKDOWN, '')
}

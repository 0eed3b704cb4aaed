import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')
const read = (file: string): string => readFileSync(file, 'utf8')
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).map((file) => join(renderer, file))
const sources = files.filter((file) => /\.tsx?$/.test(file))
const styles = files.filter((file) => file.endsWith('.module.css'))

const finds = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? '')

const classesIn = (css: string): ReadonlySet<string> =>
  new Set(finds(css.replace(/\/\*[\s\S]*?\*\/|:global\([^)]*\)/g, ''), /\.([A-Za-z_][\w-]*)/g))

/** The classes that a source takes of a style module; null where it looks them up by a name that it computes. */
function classesOf(source: string, name: string): readonly string[] | null {
  const code = source.replace(/^import .*$/gm, '')
  return new RegExp(`\\b${name}\\[`).test(code) ? null : finds(code, new RegExp(`(?<![\\w.-])${name}\\.(\\w+)`, 'g'))
}

const uses = sources.flatMap((file) => {
  const source = read(file)
  return [...source.matchAll(/^import (\w+) from '([^']+\.module\.css)'/gm)].map(([, name = '', path = '']) => ({
    file: relative(renderer, file),
    module: join(file, '..', path),
    classes: classesOf(source, name),
  }))
})

it('a class that a screen takes of its styles stands there', () => {
  const missing = uses.flatMap(({ file, module, classes }) => {
    const there = classesIn(read(module))
    return (classes ?? []).filter((name) => !there.has(name)).map((name) => `${file}: ${name}`)
  })
  expect(uses.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

it('a class of a style module is taken by a screen', () => {
  const idle = styles.flatMap((module) => {
    const takers = uses.filter((use) => use.module === module)
    if (takers.some(({ classes }) => classes === null)) return []
    const taken = new Set(takers.flatMap(({ classes }) => classes ?? []))
    return [...classesIn(read(module))]
      .filter((name) => !taken.has(name))
      .map((name) => `${relative(renderer, module)}: ${name}`)
  })
  expect(idle).toEqual([])
})

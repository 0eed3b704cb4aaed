import { z } from 'zod'
import type { YamlPath } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/** What is wrong at a place of the original value, and what else could have stood there. */
export type Complaint = {
  readonly path: YamlPath
  readonly code: 'unknown-key' | 'missing-key' | 'invalid'
  readonly message: string
  /** What stood there. */
  readonly value: unknown
  /** A rule id that the schema gave with the check, if any. */
  readonly rule?: string
  /** The keys that are known at the place of an unknown one. */
  readonly knownKeys: readonly string[]
  /** The nearest thing around it that had to be left out to keep the rest; the same as `path` when only the value itself was. */
  readonly leftOut: YamlPath
}

/** The good part of a value, what was wrong with the rest, and the way from a place in the good part to the original. */
export type Salvaged<T> = {
  readonly value: T
  readonly complaints: readonly Complaint[]
  readonly originalPath: (path: YamlPath) => YamlPath
}

const mostRounds = 30

/** Nobody reads further, and a hostile file should not keep the console busy. */
const mostComplaints = 200

const removed = Symbol('removed')

const toPath = (path: readonly PropertyKey[]): YamlPath => path.filter((step) => typeof step !== 'symbol')

const stepInto = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined

const valueAt = (value: unknown, path: YamlPath): unknown => path.reduce(stepInto, value)

const narrowing = new WeakSet<z.ZodType>()

/** Marks a field that narrows the entry it stands in. Without it the entry would hold for more than was meant, so a bad one costs the entry. */
export function narrows<T extends z.ZodType>(schema: T): T {
  narrowing.add(schema)
  return schema
}

/** A schema without what stands around it: defaults, preparation steps, that it may be left out. */
function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return bare(schema.unwrap())
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return bare(schema.unwrap())
  return schema instanceof z.ZodPipe ? bare(schema.out) : schema
}

function schemaWithin(schema: unknown, step: string | number): unknown {
  const around = bare(schema)
  if (around instanceof z.ZodArray) return around.element
  return around instanceof z.ZodObject ? around.shape[step] : undefined
}

/** The keys a schema knows at a path. */
function knownKeysAt(schema: unknown, path: YamlPath): readonly string[] {
  const found = bare(path.reduce(schemaWithin, schema))
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}

/** What has to go when the value at a path is bad: the value, or the entry that it narrows. */
function costOf(schema: z.ZodType, path: YamlPath): YamlPath {
  let here: unknown = schema
  for (const [at, step] of path.entries()) {
    here = schemaWithin(here, step)
    if (here instanceof z.ZodType && narrowing.has(here)) return path.slice(0, at)
  }
  return path
}

/** Places to take out, as a tree: null means the value itself. */
type Removals = Map<string, Removals | null>

function plantRemovals(paths: readonly YamlPath[]): Removals | null {
  const root: Removals = new Map()
  for (const path of paths) {
    const last = path.at(-1)
    if (last === undefined) return null
    let branch: Removals | null | undefined = root
    for (const step of path.slice(0, -1)) {
      if (!branch) break
      if (!branch.has(String(step))) branch.set(String(step), new Map())
      branch = branch.get(String(step))
    }
    branch?.set(String(last), null)
  }
  return root
}

/** Takes values out of lists and maps while remembering, for each list, where its items stood in the original. */
function createRemover() {
  const origins = new WeakMap<object, readonly number[]>()
  const without = (value: unknown, removals: Removals | null | undefined): unknown => {
    if (removals === null) return removed
    if (removals === undefined || typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value)
      .map(([key, item]) => [key, without(item, removals.get(key))] as const)
      .filter(([, item]) => item !== removed)
    if (!Array.isArray(value)) return Object.fromEntries(kept)
    const list = kept.map(([, item]) => item)
    origins.set(
      list,
      kept.map(([key]) => origins.get(value)?.[Number(key)] ?? Number(key)),
    )
    return list
  }
  const originalPath = (root: unknown, path: YamlPath): YamlPath => {
    let value = root
    return path.map((step) => {
      const original = Array.isArray(value) ? (origins.get(value)?.[Number(step)] ?? step) : step
      value = stepInto(value, step)
      return original
    })
  }
  return { without, originalPath }
}

function ruleOf(issue: Issue): { rule?: string } {
  const rule: unknown = issue.code === 'custom' ? issue.params?.rule : undefined
  return typeof rule === 'string' ? { rule } : {}
}

function inPlainWords(issue: Issue): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message
  return issue.expected === 'array' ? 'should be a list' : 'should be a map of keys and values'
}

function complaintsOf(schema: z.ZodType, value: unknown, issue: Issue): readonly Complaint[] {
  const path = toPath(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const knownKeys = knownKeysAt(schema, path)
    return issue.keys.map((key) => {
      const place = [...path, key]
      return {
        path: place,
        code: 'unknown-key',
        message: 'is not a known key',
        value: undefined,
        knownKeys,
        leftOut: place,
      }
    })
  }
  const around = path.slice(0, -1)
  const standing = valueAt(value, path)
  const absent = path.length > 0 && standing === undefined
  const code = absent ? 'missing-key' : 'invalid'
  const inList = Array.isArray(valueAt(value, around))
  const leftOut = costOf(schema, absent && !inList ? around : path)
  const message = absent ? (inList ? 'is empty' : 'is missing') : inPlainWords(issue)
  return [{ path, code, message, value: standing, ...ruleOf(issue), knownKeys: [], leftOut }]
}

const samePath = (one: YamlPath, other: YamlPath) =>
  one.length === other.length && one.every((step, at) => step === other[at])

/** Adds a complaint, unless it only follows from an earlier one, whose reach then grows: a bad zone costs the person it belonged to. */
function record(complaints: Complaint[], complaint: Complaint): void {
  if (complaints.length >= mostComplaints) return
  const cause = complaints.findIndex((earlier) => samePath(earlier.leftOut, complaint.path))
  const earlier = complaints[cause]
  if (earlier) complaints[cause] = { ...earlier, leftOut: complaint.leftOut }
  else complaints.push(complaint)
}

/**
 * Parses what a schema accepts and leaves out what it does not, one value at a time: a bad optional field costs only itself,
 * a bad required one its entry, so does one that narrows it, and never the neighbours (W1). `fallback` stands in when nothing at all is left.
 */
export function salvage<T>(schema: z.ZodType<T>, input: unknown, fallback: T): Salvaged<T> {
  const { without, originalPath } = createRemover()
  const complaints: Complaint[] = []
  let current = input
  for (let round = 0; round < mostRounds; round += 1) {
    const root = current
    const parsed = schema.safeParse(root)
    if (parsed.success) return { value: parsed.data, complaints, originalPath: (path) => originalPath(root, path) }
    const found = parsed.error.issues.flatMap((issue) => complaintsOf(schema, root, issue))
    for (const complaint of found) {
      const path = originalPath(root, complaint.path)
      record(complaints, { ...complaint, path, leftOut: originalPath(root, complaint.leftOut) })
    }
    current = without(root, plantRemovals(found.map(({ leftOut }) => leftOut)))
    if (current === removed) break
  }
  return { value: fallback, complaints, originalPath: (path) => path }
}

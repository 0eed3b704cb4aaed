/** Closes a switch over a union: a new member fails to compile here. Throws if data outside the type gets through. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}

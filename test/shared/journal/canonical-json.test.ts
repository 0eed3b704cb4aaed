import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/journal/canonical-json.ts'

const numberFromBits = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE()

/** RFC 8785, appendix B. */
const numberVectors: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

describe('J3 canonical JSON', () => {
  it.each(numberVectors)('J3 writes the double %s as %s (RFC 8785, appendix B)', (bits, text) => {
    expect(canonicalJson(numberFromBits(bits))).toBe(text)
  })

  it('J3 writes the sample of RFC 8785, 3.2.2', () => {
    const sample = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('J3 sorts members by UTF-16 code units (RFC 8785, 3.2.3)', () => {
    const sample = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    )
    const order = ['Carriage Return', 'One', 'Control', 'Latin Small Letter O', 'Euro Sign', 'Emoji', 'Hebrew']
    const places = order.map((name) => canonicalJson(sample).indexOf(name))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('J3 agrees with another implementation on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
      { numRuns: 1_000 },
    )
  })

  it('J3 gives one text for one value, in whatever order its members came', () => {
    const members = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())
    fc.assert(
      fc.property(members, (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('J3 keeps a member named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}')
  })

  it('J3.1 leaves members out that are undefined, as JSON.stringify does', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  it.each([
    ['a lone surrogate in a text', 'cut \ud83d', /surrogate/],
    ['a lone surrogate in a name', { '\ude00': 1 }, /surrogate/],
    ['NaN', numberFromBits('7fffffffffffffff'), /NaN/],
    ['infinity', numberFromBits('7ff0000000000000'), /Infinity/],
    ['a function', { run: () => 1 }, /function/],
    ['a bigint', 1n, /bigint/],
    ['undefined in an array', [undefined], /undefined/],
  ])('J3.1 refuses %s', (_what, value, why) => {
    expect(() => canonicalJson(value)).toThrow(why)
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('J3.1 lets a pair of surrogates and a written backslash-u pass', () => {
    expect(canonicalJson('\ud83d\ude00 \\ud83d')).toBe('"😀 \\\\ud83d"')
  })
})

import { expect, it } from 'vitest'
import { isNamed } from '../../../renderer/shell/use-palette-finds.ts'

it('a name is found by the beginnings of its words, in any order, whatever their case and accents', () => {
  for (const typed of ['ines', 'Inês', 'carv', 'carvalho ines', 'INES C'])
    expect(isNamed('Inês Carvalho', typed)).toBe(true)
  for (const typed of ['', 'in', 'nes', 'ines x', '...']) expect(isNamed('Inês Carvalho', typed)).toBe(false)
  expect(isNamed('主从延迟', '延迟')).toBe(true)
})

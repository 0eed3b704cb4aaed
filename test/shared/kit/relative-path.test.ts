import { expect, it } from 'vitest'
import { pathFrom } from '../../../shared/kit/relative-path.ts'

it.each([
  ['runbooks/odd/late.md', 'other.md', 'runbooks/odd/other.md'],
  ['runbooks/odd/back\\slash.md', 'other.md', 'runbooks/odd/other.md'],
  ['runbooks/odd/late.md', '../team.md', 'runbooks/team.md'],
  ['late.md', '../team.md', '../team.md'],
  ['runbooks/odd/late.md', '/team.md', 'team.md'],
])('in %s the path %s means %s', (from, path, meant) => {
  expect(pathFrom(from, path)).toBe(meant)
})

import { expect, it } from 'vitest'
import { smallestRotation } from '../../../../renderer/features/schedule/empty-schedule.tsx'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'

it('the smallest rotation that is taught parses without a problem', () => {
  const { team: taught, problems } = parseTeam({ path: 'team.yaml', text: smallestRotation })
  expect(problems).toEqual([])
  expect(taught.rotations).toHaveLength(1)
})

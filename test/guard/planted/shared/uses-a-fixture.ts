import { support } from '../test/support.ts'

export const usesAFixture = support

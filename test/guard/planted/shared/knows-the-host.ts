import type { HostService } from '../electron/host/service.ts'

export type KnowsTheHost = HostService

import type { HostService } from '../electron/host/service.ts'

export type CallsTheHost = HostService

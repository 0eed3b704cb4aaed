/** The id of a rung's deadline: one per rung and epoch, so that a rung fires once per incident and reopening (E6). */
export const rungDeadlineId = (rungId: string, epoch: number): string => `rung:${epoch}:${rungId}`

/** The id of the deadline at which the still-stuck question is asked again (E3). */
export const questionDeadlineId = (epoch: number, round: number): string => `question:${epoch}:${round}`

/** The id of the deadline by which somebody who was told must have answered (E5). */
export const acknowledgementDeadlineId = (notification: string): string => `acknowledge:${notification}`

/** The id of the deadline at which a promised update is missed (E14). */
export const updateDeadlineId = (dueAt: string): string => `update:${dueAt}`

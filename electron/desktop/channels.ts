/** The one channel that carries calls from a window to the host. */
export const callChannel = 'nightdesk:call'

/** The one channel that carries events from the host to a window. */
export const eventChannel = 'nightdesk:event'

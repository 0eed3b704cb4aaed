export const step = 'Restart it'

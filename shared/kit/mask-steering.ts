/** Bytes that would steer a terminal, turn the reading direction round, or break a log apart. */
const STEERING = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u2028\u2029\ufeff]/gu

/** Text as it may be shown: whole Unicode, and a visible mark in place of each steering character (A11). */
export const maskSteering = (text: string): string => text.toWellFormed().replaceAll(STEERING, '\ufffd')

/**
 * What stands for a code span in the prose of a line; patterns write it as `\x81`. It is a character that no text has: in Unicode a control code without a use,
 * in the code pages of Windows none at all. It is one of Latin-1, for a mark beyond makes V8 keep the line as UTF-16, and compile each pattern a second time.
 */
export const CODE_MARK = '\x81'

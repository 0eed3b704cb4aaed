/** Lines of a text kept as evidence that are shown before somebody asks for more. */
export const LINES_SHOWN = 8

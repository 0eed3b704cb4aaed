/** What the marker lines of site builders begin with: boxes, tabs, steps, containers, and what ends them. */
const BEGINS_A_MARK = /^\s*[!?={<:/#*-]/
/** What their tags, names of headings, options and modules begin with. */
const BEGINS_A_TAG = /^\s*[<{>[(:$]|^(?:im|ex)port\s/

/** Whether a line may be the mark of a site builder (`tab-marks.ts` among them): most begin with a letter and are none, which one look tells before a dozen patterns. */
export const mayBeMark = (line: string): boolean => BEGINS_A_MARK.test(line)

/** Whether a line may be a tag (`one-line-tags.ts`, `call-out-marks.ts`), the name of a heading, or a line of a module. */
export const mayBeTag = (line: string): boolean => BEGINS_A_TAG.test(line)

/** "recommended" as people spell it, as part of a pattern: "recomended", "reccommended", "recommened". */
export const RECOMMENDED = 'rec{1,2}om{1,2}[ea]nd?ed'

/**
 * Where the script of the thread that copies evidence is: in the checkout, the module itself. In a bundle this module is replaced by one
 * that holds the built script as a text, so that no file has to be found beside the program or inside an archive.
 */
export const copyEvidenceWorkerScript: URL | string = new URL('./copy-evidence-worker.ts', import.meta.url)

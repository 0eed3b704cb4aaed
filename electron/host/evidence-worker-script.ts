/**
 * Where the script of the thread that reads evidence is: in the checkout, the module itself. In a bundle this module is replaced by one
 * that holds the built script as a text, so that no file has to be found beside the program or inside an archive.
 */
export const evidenceWorkerScript: URL | string = new URL('./evidence-worker.ts', import.meta.url)

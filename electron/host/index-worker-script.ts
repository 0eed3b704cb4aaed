/**
 * Where the index thread's script is: in the checkout, the module itself. In a bundle this module is replaced by one that holds
 * the built script as a text, so that no file has to be found beside the program or inside an archive.
 */
export const indexWorkerScript: URL | string = new URL('./index-worker.ts', import.meta.url)

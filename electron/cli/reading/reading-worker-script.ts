/**
 * Where the script of a reading thread is: in the checkout, the module itself. In a bundle this module is replaced by one that holds
 * the built script as a text, so that the terminal's program stays one file.
 */
export const readingWorkerScript: URL | string = new URL('./reading-worker.ts', import.meta.url)

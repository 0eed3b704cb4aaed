/** Where the script of a reading thread is: beside this module in the checkout, and beside the program where it is built. */
export const readingWorkerScript = new URL(
  import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js',
  import.meta.url,
)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/kit/result.ts'

/** The script and style that every offline copy carries. */
export type OfflinePage = { readonly script: string; readonly style: string }

const built = join(import.meta.dirname, '../../out/offline-copy')

/** Reads the page as the build left it in the checkout. In a bundle this module is replaced by one that holds the page itself. */
export function readOfflinePage(): Result<OfflinePage> {
  try {
    return ok({
      script: readFileSync(join(built, 'page.js'), 'utf8'),
      style: readFileSync(join(built, 'page.css'), 'utf8'),
    })
  } catch {
    return fail('The page of the offline copy is not built. Build it with: npm run build')
  }
}

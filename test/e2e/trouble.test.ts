import { expect, test } from '@playwright/test'
import { watchForTrouble } from '../support/trouble.ts'

test('the watch hears what should not happen in a window', { tag: '@loopback' }, async ({ context, page }) => {
  const watch = watchForTrouble(context)
  watch.allowOrigin('http://door.test')
  watch.allow(/meant to be/)
  await page.route(/^http:/, (route) => route.fulfill({ contentType: 'text/html', body: '<p>page</p>' }))
  await page.goto('http://door.test/')
  await page.evaluate(() => {
    console.error('this was meant to be')
    console.error('this was not')
    console.warn('a warning is none')
    setTimeout(() => {
      throw new Error('broken in the page')
    })
  })
  await page.evaluate(() => fetch('http://door.test.evil.test/', { mode: 'no-cors' }))
  await expect
    .poll(() => watch.found().toSorted())
    .toEqual([
      expect.stringContaining('console error: this was not'),
      expect.stringContaining('page error: Error: broken in the page'),
      'request to a foreign host: http://door.test.evil.test/',
    ])
})

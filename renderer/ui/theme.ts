import { createTheme, Input, Modal } from '@mantine/core'
import { leaveDialog } from './open-dialog.ts'

/**
 * The component library's theme, set once. Colours and fonts stand in tokens.css: the strict content policy forbids the
 * style element that the library would write them into.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 'default',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        lockScroll: false,
        // While a dialog fades in, the keys still belong to the screen behind it; one that fades out would swallow the next key.
        transitionProps: { duration: 0 },
        onExitTransitionEnd: leaveDialog,
        closeButtonProps: { 'aria-label': 'Close' },
        // Its header element would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'sm' } }),
  },
})

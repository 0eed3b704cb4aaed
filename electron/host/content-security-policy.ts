const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  // Mantine sets its variables and some layout through style elements and attributes; scripts get no such leave.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
}

/** The Content-Security-Policy header of every window, one for all doors: what is safe in one is safe in the other. */
export const contentSecurityPolicy = Object.entries(directives)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

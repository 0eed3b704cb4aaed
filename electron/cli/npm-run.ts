import packageFile from '../../package.json' with { type: 'json' }

/**
 * The folder in which `npm run nightdesk` was typed: npm moves to the root of Nightdesk before it runs a script, and paths are meant from where one stands.
 * Undefined when the command was not run so.
 */
export function folderOfNpmRun(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const isOurs = env.npm_lifecycle_event === packageFile.name && env.npm_package_name === packageFile.name
  return isOurs ? env.INIT_CWD : undefined
}

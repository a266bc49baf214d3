import { SettingsError } from '@/lib/platform/environment'

/** Something that who runs the command can mend. Its message says what is wrong and what to do, in a sentence. */
export class Problem extends Error {
  override name = 'Problem'
}

/** What to print of an error: our own mistakes with their stack, everything else as its sentence. */
export function explain(error: unknown) {
  if (error instanceof Problem || error instanceof SettingsError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

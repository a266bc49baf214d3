import { SettingsError } from '@/lib/platform/environment'

/**
 * An error that the person who runs the command can fix. Its message says in a sentence what is wrong and what to do.
 */
export class Problem extends Error {
  override name = 'Problem'
}

/** Returns the text to print for an error: the sentence of a Problem, or the stack of an error of ours. */
export function explain(error: unknown) {
  if (error instanceof Problem || error instanceof SettingsError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

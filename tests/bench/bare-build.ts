import { run } from '@/lib/cli/run'

/** The folder of the bare pages. */
export const bare = 'tests/bench/bare'

/** Builds the bare pages from the current sources. */
export const buildBare = (signal: AbortSignal) =>
  run('node_modules/next/dist/bin/next', ['build', bare], "The bare pages couldn't be built: above is why.", signal)

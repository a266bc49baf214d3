import { extname } from 'node:path'
import { builtReader } from './build-reader'
import { pasted } from './pasted'
import { type ProcessLimits, startLimited } from './start-limited'

/** What reading one file may take, with the bytes of text that it finds. */
export type Limits = ProcessLimits & { output: number }

export const usualLimits: Limits = {
  time: 60_000,
  memory: 700 * 1024 ** 2,
  heap: 384 * 1024 ** 2,
  output: 64 * 1024 ** 2,
}

/** Starts the process that reads one file. Of the name of the file it gets the ending. Pasted text has no name. */
export const startReader = async (name: string, limits: Limits) =>
  startLimited(await builtReader(), [name === '' ? pasted : extname(name)], limits)

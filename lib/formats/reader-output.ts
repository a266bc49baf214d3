import type { Block } from '@/lib/reading/block'

/** What a reader finds, in reading order, and the share of the file that it has read, from 0 to 1. */
export type Output = { write: (block: Block) => void; progress: (share: number) => void }

/** What a file says about itself. */
export type FileDetails = { title?: string; language?: string; date?: string }

/** Reads a file. Throws `RefusedFile` if it cannot. */
export type Reader = (content: Buffer, output: Output) => FileDetails | Promise<FileDetails>

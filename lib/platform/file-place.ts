/** A file that has arrived on this machine, and is not yet part of anything. */
export type ReceivedFile = { name: string; path: string; bytes: number; sha256: string }

export type Content = ReadableStream<Uint8Array<ArrayBuffer>>

/** Where files stay: a folder of this machine, or a bucket that several machines share. Keys are paths without `..`. */
export type FilePlace = {
  put(key: string, file: ReceivedFile): Promise<void>
  /** Removes a file. One that is not there is not an error. */
  remove(key: string): Promise<void>
  /** Returns the content of a file, or undefined if it is not there. A stream that nobody reads costs nothing. */
  open(key: string): Promise<Content | undefined>
}

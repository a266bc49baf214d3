import { once } from 'node:events'
import { createDeflateRaw } from 'node:zlib'
import { ZipPassThrough } from 'fflate'

/** The method of compression in an archive's headers. */
const deflated = 8

/** A part of an archive that is compressed on another thread, while its text is written on this one. */
export class DeflatedPart extends ZipPassThrough {
  override compression = deflated
  readonly #deflate = createDeflateRaw()
  readonly #ended = once(this.#deflate, 'end')

  constructor(name: string) {
    super(name)
    this.#deflate.on('data', (bytes: Uint8Array<ArrayBuffer>) => this.ondata(null, bytes, false))
    this.#deflate.on('end', () => this.ondata(null, new Uint8Array(), true))
  }

  protected override process(bytes: Uint8Array, last: boolean) {
    if (last) this.#deflate.end(bytes)
    else this.#deflate.write(bytes)
  }

  /** Adds bytes. Waits while more of them than it should keep in memory are not compressed, and after the last ones. */
  async write(bytes: Uint8Array, last: boolean) {
    this.push(bytes, last)
    if (last) await this.#ended
    else if (this.#deflate.writableNeedDrain) await once(this.#deflate, 'drain')
  }
}

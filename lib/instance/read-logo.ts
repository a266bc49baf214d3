import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'
import { WEBP } from 'image-size/types/webp'
import { type PictureType, pictureEnd } from './picture-end'

/** In bytes. */
export const largestLogo = 200 * 1024

/** In pixels, each way: a small file can hold a picture that no browser can draw. */
const longestSide = 4096

const formats = [
  { type: 'image/png', reader: PNG },
  { type: 'image/jpeg', reader: JPG },
  { type: 'image/webp', reader: WEBP },
] as const

type Picture = {
  type: PictureType
  width: number
  height: number
  /** Where it ends: what follows in the file is no part of it. Null if it does not end: the file was cut off. */
  end: number | null
}

/** What sort of picture these bytes are, and how large it is. Null for anything but PNG, JPEG and WebP. */
export function readLogo(bytes: Uint8Array): Picture | null {
  try {
    const format = formats.find(({ reader }) => reader.validate(bytes))
    if (!format) return null
    const { width, height } = format.reader.calculate(bytes)
    return [width, height].every((side) => side > 0 && side <= longestSide)
      ? { type: format.type, width, height, end: pictureEnd(format.type, bytes) }
      : null
  } catch {
    // The readers throw at whatever is not what its first bytes say.
    return null
  }
}

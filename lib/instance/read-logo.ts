import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'
import { WEBP } from 'image-size/types/webp'
import { type PictureType, pictureEnd } from './picture-end'

/** The largest file, in bytes. */
export const largestLogo = 200 * 1024

/** The largest width and height, in pixels. A small file can contain an image that no browser can draw. */
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
  /**
   * The offset at which the image ends. Further bytes of the file are not part of it. Null if the image does not end,
   * because the file was cut off.
   */
  end: number | null
}

/** Returns the format and size of an image, read from its bytes. Returns null for anything but PNG, JPEG and WebP. */
export function readLogo(bytes: Uint8Array): Picture | null {
  try {
    const format = formats.find(({ reader }) => reader.validate(bytes))
    if (!format) return null
    const { width, height } = format.reader.calculate(bytes)
    return [width, height].every((side) => side > 0 && side <= longestSide)
      ? { type: format.type, width, height, end: pictureEnd(format.type, bytes) }
      : null
  } catch {
    // The readers throw if the content does not match the first bytes.
    return null
  }
}

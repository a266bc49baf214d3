import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'
import { WEBP } from 'image-size/types/webp'

/** In bytes. */
export const largestLogo = 200 * 1024

/** In pixels, each way: a small file can hold a picture that no browser can draw. */
const longestSide = 4096

const formats = [
  { type: 'image/png', reader: PNG },
  { type: 'image/jpeg', reader: JPG },
  { type: 'image/webp', reader: WEBP },
] as const

/** What sort of picture these bytes are, and how large it is. Null for anything but PNG, JPEG and WebP. */
export function readLogo(bytes: Uint8Array): { type: string; width: number; height: number } | null {
  try {
    const format = formats.find(({ reader }) => reader.validate(bytes))
    if (!format) return null
    const { width, height } = format.reader.calculate(bytes)
    return [width, height].every((side) => side > 0 && side <= longestSide)
      ? { type: format.type, width, height }
      : null
  } catch {
    // The readers throw at whatever is not what its first bytes say.
    return null
  }
}

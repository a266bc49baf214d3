import { expect, test } from 'vitest'
import { type PictureType, pictureEnd } from '@/lib/instance/picture-end'
import { jpeg, png, progressive, webp, webpWithAlpha, webpWithoutLoss } from '../support/pictures'

const pictures: [name: string, type: PictureType, bytes: Uint8Array][] = [
  ['a PNG', 'image/png', png],
  ['a JPEG', 'image/jpeg', jpeg],
  ['a JPEG in several passes', 'image/jpeg', progressive],
  ['a WebP', 'image/webp', webp],
  ['a WebP with transparency', 'image/webp', webpWithAlpha],
  ['a WebP without loss', 'image/webp', webpWithoutLoss],
]

const joined = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))

test.each(pictures)('%s ends where it says, whatever follows', (_, type, bytes) => {
  expect(pictureEnd(type, bytes)).toBe(bytes.length)
  for (const more of ['\0', '<!doctype html>', bytes]) expect(pictureEnd(type, joined(bytes, more))).toBe(bytes.length)
})

test.each(pictures)('%s that is cut off anywhere has no end', (_, type, bytes) => {
  for (let length = 12; length < bytes.length; length++) {
    expect([length, pictureEnd(type, bytes.slice(0, length))]).toEqual([length, null])
  }
})

test('a JPEG goes on after bytes of the picture that look like markers', () => {
  const scan = jpeg.length - 2
  const longer = joined(jpeg.slice(0, scan), new Uint8Array([0xff, 0, 0xff, 0xd0, 1, 0xff, 0xff]), jpeg.slice(scan))
  expect(pictureEnd('image/jpeg', longer)).toBe(longer.length)
})

test('what is in order but draws nothing is no picture', () => {
  const size = 8 + 25
  expect(pictureEnd('image/png', joined(png.slice(0, size), png.slice(-12)))).toBeNull()
  expect(pictureEnd('image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeNull()
  expect(pictureEnd('image/webp', joined('RIFF', new Uint8Array([4, 0, 0, 0]), 'WEBP'))).toBeNull()
})

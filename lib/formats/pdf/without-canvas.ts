import { type createRequire, Module } from 'node:module'

const canvas = '@napi-rs/canvas'

/** What pdfjs needs of a canvas to begin. */
const empty = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} }

/** Gives pdfjs an empty module in place of the library that draws for it. To load that takes a quarter of a second. */
export function withoutCanvas(load: ReturnType<typeof createRequire>) {
  let path: string
  try {
    path = load.resolve(canvas)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return
    throw error
  }
  if (load.cache[path]) return
  load.cache[path] = Object.assign(new Module(path), { exports: empty, loaded: true })
}

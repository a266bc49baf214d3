import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { RefusedFile } from '../file-refusals'
import { keepingOwnFunctions } from './keep-own-functions'
import { keepingSoftHyphens } from './keep-soft-hyphens'
import { withoutCanvas } from './without-canvas'

const folder = () => join(createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json'), '..')

/** Opens a PDF, lets the work read it, and closes it. Images are not decoded, and nothing in the file is run. */
export async function withPdf<T>(content: Buffer, work: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  withoutCanvas(createRequire(join(folder(), 'package.json')))
  const putBack = keepingOwnFunctions()
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(content),
    standardFontDataUrl: join(folder(), 'standard_fonts/'),
    cMapUrl: join(folder(), 'cmaps/'),
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1,
    // A page that is read in part would lose words without a trace.
    stopAtErrors: true,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    putBack()
    return await keepingSoftHyphens(() => work(pdf))
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new RefusedFile('file_encrypted')
    throw error
  } finally {
    await task.destroy()
  }
}

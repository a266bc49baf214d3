import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PublicationContent } from '../content'
import { loadFonts } from '../type/fonts'
import { pageData } from './page-data'

const folder = join(process.cwd(), 'lib/publications/pdf')

/**
 * Sets a publication as a PDF for people who see it and people who have it read to them (PDF/UA-1). Only the given fonts
 * are used, never those of the machine, so that the same content gives the same bytes everywhere. Blocks while it works.
 */
export function writePdf(content: PublicationContent, fontFolder: string): Buffer {
  const { files, ...fonts } = loadFonts(fontFolder)
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: files }] })
  compiler.mapShadow(join(folder, 'content.json'), Buffer.from(JSON.stringify(pageData(content, fonts))))
  const compiled = compiler.compile({ mainFilePath: join(folder, 'publication.typ') })
  const problem = compiled.takeError()
  if (problem || !compiled.result) throw new Error(`The template failed: ${JSON.stringify(problem?.shortDiagnostics)}`)
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
}

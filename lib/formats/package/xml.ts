import { SaxesParser, type SaxesTagNS } from 'saxes'
import { RefusedFile } from '../file-refusals'
import { type Archive, unpack } from './zip'

/** An element: its name, with a short name of its vocabulary before it unless that is Word's or Excel's own, and its attributes. */
export type Tag = { name: string; value: (attribute: string) => string | undefined }

export type Handlers = {
  open: (tag: Tag) => void
  close: (name: string) => void
  text?: (text: string) => void
  /** Told after each piece which share of the part has been read. */
  progress?: (share: number) => void
}

const vocabularies: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': '',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
}

/** Documents nest some dozen elements, and tables within tables a few more. */
const deepest = 500

/** Reads a part of an archive as XML, piece by piece. Refuses a document type, which could name entities. */
export function readXml(archive: Archive, part: string, { open, close, text, progress }: Handlers) {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('error', () => {
    throw new RefusedFile('file_unreadable')
  })
  parser.on('doctype', () => {
    throw new RefusedFile('file_doctype')
  })
  parser.on('opentag', (tag) => {
    if (++depth > deepest) throw new RefusedFile('file_nested', { maximum: deepest })
    open({ name: nameOf(tag), value: (name) => attributeOf(tag, name) })
  })
  parser.on('closetag', (tag) => {
    depth--
    close(nameOf(tag))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }

  let decoder: TextDecoder | undefined
  unpack(archive, part, (bytes, share) => {
    decoder ??= new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8')
    parser.write(decoder.decode(bytes, { stream: true }))
    progress?.(share)
  })
  parser.close()
}

const nameOf = ({ uri, local }: SaxesTagNS) => `${vocabularies[uri] ?? '?:'}${local}`

function attributeOf({ attributes }: SaxesTagNS, name: string) {
  for (const { local, value } of Object.values(attributes)) if (local === name) return value
  return undefined
}

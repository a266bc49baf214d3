import { readXml } from '../package/xml'
import type { Archive } from '../package/zip'
import type { FileDetails } from '../reader-output'
import type { Parts } from './parts'

/** Reads the title and the language that a document gives itself. */
export function readCore(archive: Archive, { core: part }: Parts): FileDetails {
  const texts: Record<string, string> = {}
  let inside = ''
  if (part !== undefined) {
    readXml(archive, part, {
      open({ name }) {
        inside = name
      },
      close() {
        inside = ''
      },
      text(text) {
        if (inside !== '') texts[inside] = text.trim()
      },
    })
  }
  const { 'dc:title': title, 'dc:language': language } = texts
  return { ...(title && { title }), ...(language && { language }) }
}

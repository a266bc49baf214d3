import { romanNumber } from './read-numerals'

export type Numbered = { label: string; ordinal: number; parent: Numbered | null; section?: string | null | undefined }

/**
 * Returns the part of a key for a label: "12 bis" is `12bis`, "(a)" is `a`, "1.10" is `1-10`, so that 1.1 and 11
 * differ. Without a label, returns `p` and the paragraph's place in the text.
 */
const labelInKey = ({ label, ordinal }: Numbered) =>
  label
    .toLowerCase()
    .replace(/(?<=\p{N})[.–](?=\p{N})/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}-]/gu, '') || `p${ordinal}`

/** Returns the part of a key for a paragraph after the parts for its parents: `17a`, `17ai`, `17-1`. */
export const pathOf = (place: Numbered): string => joined(place.parent ? pathOf(place.parent) : '', labelInKey(place))

/** Puts a hyphen between two numbers, so that 5 (1) differs from 51. */
const joined = (path: string, label: string) =>
  /\p{N}$/u.test(path) && /^\p{N}/u.test(label) ? `${path}-${label}` : path + label

/** Returns the part of a key for a section: "Annex I" is `annex1`, "14/9 Safe ports" is `14-9`. */
function sectionInKey(section: string): string {
  const [first = '', second = ''] = section.toLowerCase().split(/[\s:.,–—]+/u)
  const roman = /^[ivxlc]+$/.test(second) ? romanNumber(second) : 0
  const number = roman > 0 ? String(roman) : /^(?:\p{N}+|\p{L})$/u.test(second) ? second : ''
  const name = first.replace(/(?<=\p{N})[/](?=\p{N})/gu, '-').replace(/[^\p{L}\p{M}\p{N}-]/gu, '')
  return [...name].slice(0, longestSection).join('') + (/\p{L}$/u.test(name) ? number : '')
}

const longestSection = 30

/** Returns a function that tells the path of a paragraph, after its section where the labels of the document repeat. */
export function pathsOf(paragraphs: Iterable<Numbered>) {
  const counts = new Map<string, number>()
  const known = new Map<Numbered, string>()
  const pathTo = (paragraph: Numbered): string => {
    const { parent } = paragraph
    const path = known.get(paragraph) ?? joined(parent ? pathTo(parent) : '', labelInKey(paragraph))
    known.set(paragraph, path)
    return path
  }
  for (const paragraph of paragraphs) {
    const path = pathTo(paragraph)
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return (paragraph: Numbered): string => {
    const path = pathTo(paragraph)
    const section = (counts.get(path) ?? 0) > 1 && paragraph.section ? sectionInKey(paragraph.section) : ''
    return section === '' ? path : `${section}-${path}`
  }
}

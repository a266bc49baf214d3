import type { Block } from '@/lib/reading/block'
import { readXml } from '../package/xml'
import type { Archive } from '../package/zip'
import { numberIn } from './number-formats'
import type { Parts } from './parts'

export type NoteKind = 'footnote' | 'endnote'

/** The notes of a document, by kind and number in the file, and how the marks of a kind are counted. */
export type Notes = Record<NoteKind, { texts: Map<string, Block[]>; format: string; next: number }>

/** Reads how the marks of notes look. */
export function readNoteMarks(archive: Archive, { settings: part }: Parts): Notes {
  const notes: Notes = {
    footnote: { texts: new Map(), format: 'decimal', next: 1 },
    endnote: { texts: new Map(), format: 'lowerRoman', next: 1 },
  }
  let kind: NoteKind | undefined
  if (part === undefined) return notes
  readXml(archive, part, {
    open({ name, value }) {
      if (name === 'footnotePr') kind = 'footnote'
      if (name === 'endnotePr') kind = 'endnote'
      if (!kind) return
      if (name === 'numFmt') notes[kind].format = value('val') ?? notes[kind].format
      if (name === 'numStart') notes[kind].next = Number.parseInt(value('val') ?? '', 10) || 1
    },
    close(name) {
      if (name === 'footnotePr' || name === 'endnotePr') kind = undefined
    },
  })
  return notes
}

/** Counts the next note of a kind, and returns its mark. */
export const nextMark = (notes: Notes, kind: NoteKind) => numberIn(notes[kind].format, notes[kind].next++)

import type { ReadParagraph } from '@/lib/reading/read-blocks'

/** A paragraph as a case writes it: its label after those of its parents, its text, and the heading it stands under. */
export type Right = readonly string[]

/** Returns the paragraphs as cases write them. "·" is a part without a label. */
export function written(paragraphs: readonly ReadParagraph[], right: readonly Right[]): string[][] {
  const pathOf = ({ label, parent }: ReadParagraph): string => {
    const above = parent === undefined ? undefined : paragraphs[parent]
    return above ? `${pathOf(above)} ${label || '·'}`.trim() : label
  }
  return paragraphs.map((paragraph, place) => {
    const headings = [paragraph.heading, paragraph.section]
    const wanted = right[place]?.[2]
    const heading = headings.includes(wanted) ? wanted : (paragraph.heading ?? '')
    return [pathOf(paragraph), paragraph.text, ...(wanted === undefined ? [] : [heading ?? ''])]
  })
}

import { TextRun } from 'docx'
import type { PublicationContent } from '../content'
import { typographyOf } from '../type/direction'
import { named } from '../type/mark-missing'

/** Characters that XML cannot contain. */
const forbidden = /[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu

/** How a text is set: its language, and whether that runs from right to left. */
export type Voice = { language: string; rtl: boolean }

/** A setting of a report: how its own texts are set, and the words that it adds. */
export type Setting = { own: Voice; words: PublicationContent['words'] }

/** Returns how a text in another language than that of the report is set. */
export function voiceOf(language: string | undefined, { own }: Setting): Voice {
  if (language === undefined || language === own.language) return own
  return { language, rtl: typographyOf(language).rtl }
}

type Style = { bold?: boolean; style?: string }

/** Returns the runs of a text, which keeps its lines. What a file of Word cannot contain is shown by its number. */
export function runsOf(text: string, { language, rtl }: Voice, style: Style = {}): TextRun[] {
  const shown = text.replace(/\r/g, '').replace(forbidden, (one) => `[${named(one.codePointAt(0) ?? 0)}]`)
  return shown.split('\n').map(
    (line, place) =>
      new TextRun({
        ...style,
        text: line,
        ...(place > 0 && { break: 1 }),
        ...(rtl && { rightToLeft: true }),
        language: rtl ? { value: language, bidirectional: language } : { value: language },
      }),
  )
}

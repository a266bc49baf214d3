import { documentAddress } from '@/app/_addresses/document'
import { Disclosure } from '@/app/_ui/disclosure'
import { Pager } from '@/app/_ui/pager'
import type { DocumentPart } from '@/lib/documents/document-part'
import type { OutlineHeading, TextPart } from '@/lib/documents/outline'
import { t } from '@/lib/platform/i18n'
import css from './contents.module.css'
import { earlierEdition } from './editions'

type Props = { document: DocumentPart }

/** The headings of the text. If the text has several parts: each part, and the headings of the open one. */
export function Contents({ document }: Props) {
  const { code, language, outline, open } = document
  const { parts, headings } = outline
  const edition = earlierEdition(document)
  const within = ({ from, to }: TextPart) => headings.filter(({ ordinal }) => from <= ordinal && ordinal <= to)
  const links = (some: readonly OutlineHeading[]) => (
    <ol>
      {some.map(({ text, isSection, ordinal, anchor }) => (
        <li key={`${ordinal} ${isSection}`} data-inner={isSection ? undefined : ''}>
          <a href={`#${encodeURIComponent(anchor)}`} lang={language} dir="auto">
            {text}
          </a>
        </li>
      ))}
    </ol>
  )
  if (parts.length < 2 && headings.length < 2) return null
  return (
    <nav aria-label={t('document.contents')} className={css.contents} data-screen="">
      <Disclosure summary={t('document.contents')}>
        {parts.length < 2 ? (
          links(headings)
        ) : (
          <ol>
            {parts.map((part) => (
              <li key={part.part}>
                <a
                  href={documentAddress(code, { edition, part: part.part })}
                  aria-current={part.part === open.part ? 'page' : undefined}
                >
                  <span lang={language} dir="auto">
                    {within(part)[0]?.text}
                  </span>{' '}
                  <small>{rangeInWords(document, part)}</small>
                </a>
                {part.part === open.part && within(part).length > 1 && links(within(part))}
              </li>
            ))}
          </ol>
        )}
      </Disclosure>
    </nav>
  )
}

/** The links to the parts before and after the open one. */
export function PartPager({ document }: Props) {
  const { code, outline, open } = document
  const count = outline.parts.length
  const edition = earlierEdition(document)
  if (count < 2) return null
  const leads = (part: number, label: string) =>
    part >= 1 && part <= count ? { href: `${documentAddress(code, { edition, part })}#text`, label } : undefined
  return (
    <Pager
      label={t('document.parts')}
      previous={leads(open.part - 1, t('document.previousPart'))}
      next={leads(open.part + 1, t('document.nextPart'))}
    >
      {t('document.part', { part: open.part, count, range: rangeInWords(document, open) })}
    </Pager>
  )
}

const rangeInWords = ({ outline: { anchors } }: DocumentPart, { from, to }: TextPart) =>
  t('document.range', { from: anchors[from - 1] ?? '', to: anchors[to - 1] ?? '' })

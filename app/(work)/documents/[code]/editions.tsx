import { documentAddress } from '@/app/_addresses/document'
import { Notice } from '@/app/_ui/notice'
import { Tabs } from '@/app/_ui/tabs'
import type { Document } from '@/lib/documents/queries'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'

/** Returns whether the text of a document is that of its current edition. */
export const isCurrent = ({ edition, editions }: Pick<Document, 'edition' | 'editions'>) =>
  editions.every(({ number }) => number <= edition)

/** Returns the number of the edition that is shown, for its links. Undefined if it is the current one. */
export const earlierEdition = (document: Pick<Document, 'edition' | 'editions'>) =>
  isCurrent(document) ? undefined : document.edition

/** The editions of a document, each to be read, and a notice if the text is not the current one. */
export function Editions({ document }: { document: Pick<Document, 'code' | 'edition' | 'editions'> }) {
  const { code, edition, editions } = document
  if (editions.length < 2) return null
  const last = editions.length - 1
  return (
    <>
      <Tabs
        label={t('document.editions')}
        items={editions.map(({ number, publishedAt }, place) => ({
          href: documentAddress(code, place === last ? {} : { edition: number }),
          label: t(place === last ? 'document.currentEdition' : 'document.edition', {
            number,
            moment: momentInWords(new Date(publishedAt), config.TIME_ZONE),
          }),
          current: number === edition,
        }))}
      />
      {!isCurrent(document) && (
        <Notice tone="info">
          {t('document.earlierEdition', { number: edition })}{' '}
          <a href={documentAddress(code, {})}>{t('document.showCurrent')}</a>
        </Notice>
      )}
    </>
  )
}

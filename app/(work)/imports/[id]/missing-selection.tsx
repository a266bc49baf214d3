import { Disclosure } from '@/app/_ui/disclosure'
import { LongList } from '@/app/_ui/long-list'
import { Notice } from '@/app/_ui/notice'
import { Quoted } from '@/app/_ui/quoted'
import type { ImportNow } from '@/lib/imports/import-shape'
import { missingSelection } from '@/lib/imports/queries'
import { t } from '@/lib/platform/i18n'
import css from './review.module.css'

/** The sentences that were selected in a draft, before it was imported, and are not in its text. */
export async function MissingSelection({ one }: { one: ImportNow }) {
  const { document } = one
  const missing = await missingSelection(one)
  if (missing.length === 0) return null
  return (
    <Notice tone="warning">
      <Disclosure summary={t('imports.review.missing', { count: missing.length })}>
        <ul className={css.published}>
          <LongList rows={missing}>
            {({ quote, title, kind }, place) => (
              <li key={`${place} ${title}`}>
                <p>
                  <b dir="auto">{title}</b> <small>{t(`kind.${kind}`)}</small>
                </p>
                <Quoted lang={document.language}>{quote}</Quoted>
              </li>
            )}
          </LongList>
        </ul>
      </Disclosure>
    </Notice>
  )
}

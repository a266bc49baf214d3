import { documentAddress } from '@/app/_addresses/document'
import { documentListAddress } from '@/app/_addresses/document-list'
import type { Dashboard } from '@/lib/overview/dashboard'
import { dateInWords, t } from '@/lib/platform/i18n'

/** The documents from which the dashboard comes, and its date. */
export function Source({ seen: { documents, documentTotal, today } }: { seen: Dashboard }) {
  const [document] = documents
  if (!document) return null
  const { code, title, date } = document
  return (
    <p>
      <small>
        {documentTotal > 1 ? (
          <a href={documentListAddress({})}>{t('dashboard.documents', { count: documentTotal })}</a>
        ) : (
          <a href={documentAddress(code)} dir="auto">
            {title}
          </a>
        )}
        {'. '}
        {documentTotal === 1 && date && `${t('dashboard.dated', { date: dateInWords(date) })} `}
        {t('dashboard.asOf', { date: dateInWords(today) })}
      </small>
    </p>
  )
}

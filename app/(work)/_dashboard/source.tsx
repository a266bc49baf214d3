import type { Dashboard } from '@/lib/overview/dashboard'
import { dateInWords, words } from '@/lib/platform/i18n'

/** From what all this comes, and of which day it is. */
export function Source({ seen: { documents, documentTotal, today } }: { seen: Dashboard }) {
  const [document] = documents
  if (!document) return null
  const { code, title, date } = document
  return (
    <p>
      <small>
        {documentTotal > 1 ? (
          <a href="/documents">{words('dashboard.documents', { count: documentTotal })}</a>
        ) : (
          <a href={`/documents/${encodeURIComponent(code)}`} dir="auto">
            {title}
          </a>
        )}
        {'. '}
        {documentTotal === 1 && date && `${words('dashboard.dated', { date: dateInWords(date) })} `}
        {words('dashboard.asOf', { date: dateInWords(today) })}
      </small>
    </p>
  )
}

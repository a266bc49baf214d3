import type { Dashboard } from '@/lib/overview/dashboard'
import { dateInWords, words } from '@/lib/platform/i18n'

/** From what all this comes, and of which day it is. */
export function Source({ seen: { documents, today } }: { seen: Pick<Dashboard, 'documents' | 'today'> }) {
  const [document, ...others] = documents
  if (!document) return null
  const { code, title, date } = document
  return (
    <p>
      <small>
        {others.length > 0 && `${words('dashboard.latest')} `}
        <a href={`/documents/${encodeURIComponent(code)}`} dir="auto">
          {title}
        </a>
        {'. '}
        {date && `${words('dashboard.dated', { date: dateInWords(date) })} `}
        {words('dashboard.asOf', { date: dateInWords(today) })}
      </small>
    </p>
  )
}

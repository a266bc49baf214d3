import { documentAddress } from '@/app/_addresses/document'
import { type DocumentFilters, documentListAddress } from '@/app/_addresses/document-list'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { InlineFields } from '@/app/_ui/form-layout'
import { TextField } from '@/app/_ui/inputs'
import { Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { StatusBar } from '@/app/_ui/status-bar'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { ShownDayField } from '@/app/(work)/_components/shown-day-field'
import { recommendationShares } from '@/app/(work)/_components/status-counts'
import type { DocumentList, ListedDocument } from '@/lib/documents/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import css from './documents.module.css'

type Props = { list: DocumentList; filters: DocumentFilters; keeps: boolean }

/** The documents in the list, with the status of their recommendations. */
export function DocumentRows({ list: { items, next, total }, filters, keeps }: Props) {
  return (
    <Stack>
      <Search {...filters} />
      <Row spread>
        <b>{t('documents.total', { count: total })}</b>
        {keeps && <Shows {...filters} />}
      </Row>
      {items.length === 0 ? (
        <Nothing {...filters} />
      ) : (
        <ul className={css.rows} aria-label={t('documents.list')} data-rows="">
          {items.map((document) => (
            <Line key={document.code} {...document} />
          ))}
        </ul>
      )}
      {next && (
        <Pager
          label={t('documents.pages')}
          next={{ href: documentListAddress({ ...filters, after: next }), label: t('documents.next') }}
        />
      )}
    </Stack>
  )
}

function Line({ code, title, symbol, body, date, place, recommendations, counts }: ListedDocument) {
  const dated = date && t('documents.dated', { date: dateInWords(date) })
  return (
    <li>
      <div>
        <a href={documentAddress(code)} dir="auto">
          {title}
        </a>
        <p>
          <small>{[code, symbol, body, place, dated].filter(Boolean).join(' · ')}</small>
        </p>
      </div>
      {recommendations > 0 ? (
        <StatusBar
          counts={recommendationShares(counts, (status) => recommendationListAddress({ document: code, status }))}
          label={t('documents.by', { code })}
        />
      ) : (
        <span />
      )}
      <small>{t('documents.count', { count: recommendations })}</small>
    </li>
  )
}

const Search = ({ q, archived }: DocumentFilters) => (
  <search>
    <form action="/documents">
      <ShownDayField />
      {archived && <input type="hidden" name="show" value="archived" />}
      <InlineFields>
        <TextField name="q" id="documents-q" label={t('documents.find')} type="search" defaultValue={q} />
        <SubmitButton variant="plain">{t('documents.findSend')}</SubmitButton>
      </InlineFields>
    </form>
  </search>
)

const Shows = ({ q, archived }: DocumentFilters) => (
  <Tabs
    label={t('documents.shows')}
    items={[
      { href: documentListAddress({ q }), label: t('documents.show.current'), current: !archived },
      { href: documentListAddress({ q, archived: true }), label: t('documents.show.archived'), current: archived },
    ]}
  />
)

/** Says why the list is empty, and which filter to remove. */
function Nothing({ q, archived, after }: DocumentFilters) {
  const all = <LinkButton href={documentListAddress({})}>{t('documents.showAll')}</LinkButton>
  if (q || after) {
    return (
      <EmptyState title={t('documents.notFound')} action={all}>
        {t('documents.notFoundAbout')}
      </EmptyState>
    )
  }
  if (archived) return <EmptyState title={t('documents.nothingArchived')} action={all} />
  return <EmptyState title={t('documents.none')}>{t('documents.noneAbout')}</EmptyState>
}

import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { pageAddress } from '@/app/_addresses/page-address'
import { newPublicationAddress, publicationAddress } from '@/app/_addresses/publication'
import { paramsIn } from '@/app/_addresses/recommendation-list'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHead } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { config } from '@/lib/platform/config'
import { dateInWords, momentInWords, t } from '@/lib/platform/i18n'
import { mayGenerate } from '@/lib/publications/policy'
import type { Publication } from '@/lib/publications/publication-shape'
import { listPublications } from '@/lib/publications/queries'
import { stateInWords } from './state-in-words'

export const generateMetadata = pageTitle('publications.title')

/** The generated reports, the newest first. */
export default async function ReportsPage({ searchParams }: PageProps<'/reports'>) {
  const actor = await requireUser()
  const after = paramsIn(await searchParams).get('after') ?? undefined
  const { items, next } = await listPublications(actor, { after })
  const generates = mayGenerate(actor)
  return (
    <Page>
      <PageHead
        title={t('publications.title')}
        actions={
          generates && (
            <LinkButton href={newPublicationAddress()} variant="main">
              {t('publications.new')}
            </LinkButton>
          )
        }
      >
        <p>{t('publications.about')}</p>
      </PageHead>
      {items.length === 0 ? (
        <EmptyState title={t('publications.none')}>
          {t(generates ? 'publications.noneAbout' : 'publications.noneAboutReader')}
        </EmptyState>
      ) : (
        <Rows columns="equal" label={t('publications.list')}>
          {items.map((one) => (
            <Line key={one.code} one={one} />
          ))}
        </Rows>
      )}
      {(next !== null || after !== undefined) && (
        <Pager
          label={t('publications.pages')}
          previous={after === undefined ? undefined : { href: pageAddress('/reports'), label: t('list.first') }}
          next={next === null ? undefined : { href: pageAddress('/reports', { after: next }), label: t('list.next') }}
        />
      )}
    </Page>
  )
}

function Line({ one }: { one: Publication }) {
  const { code, title, asOf, definition, madeAt, requestedAt, by } = one
  const moment = momentInWords(new Date(madeAt ?? requestedAt), config.TIME_ZONE)
  return (
    <li>
      <div>
        <a href={publicationAddress(code)} dir="auto">
          {title}
        </a>
      </div>
      <div>
        {t('publications.line', { day: dateInWords(asOf), content: t(`publications.content.${definition.content}`) })}
        <br />
        <small>{t('publications.generatedOn', { moment, name: by.name })}</small>
      </div>
      <div>{stateInWords(one)}</div>
    </li>
  )
}

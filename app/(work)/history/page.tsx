import { z } from 'zod'
import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { pageAddress } from '@/app/_addresses/page-address'
import { Page, PageHead } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { Tabs } from '@/app/_ui/tabs'
import { Muted } from '@/app/_ui/text'
import { LinkedHistoryRow } from '@/app/(work)/linked-history-row'
import { keepsTheRecord } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = pageTitle('changes.title')

const Query = z.object({
  kind: z.string().optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})

const nouns = [
  ...(['assignment', 'annotation', 'recommendation', 'document', 'organization', 'group', 'publication'] as const),
  'instance',
] as const
const ofPeople = ['user', 'token'] as const

/** Every change of which the reader may know, newest first. */
export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const actor = await requireUser()
  const { kind, after } = Query.parse(await searchParams)
  const { entries, next } = await timelineOf(actor, { noun: kind, after, limit: 40 })
  const shown = keepsTheRecord(actor) ? [...nouns, ...ofPeople] : nouns
  return (
    <Page>
      <PageHead title={t('changes.title')}>
        <p>{t('changes.about')}</p>
      </PageHead>
      <Tabs
        label={t('recommendation.history.filter')}
        items={[
          { href: addressOf({}), label: t('recommendation.history.all'), current: kind === undefined },
          ...shown.map((noun) => ({
            href: addressOf({ kind: noun }),
            label: t(`history.noun.${noun}`),
            current: kind === noun,
          })),
        ]}
      />
      {entries.length === 0 && <Muted>{t('recommendation.history.empty')}</Muted>}
      <Rows columns="happened" ordered>
        {entries.map((entry) => (
          <LinkedHistoryRow key={entry.seq} entry={entry} />
        ))}
      </Rows>
      <Pager
        label={t('recommendation.history.pages')}
        previous={after ? { href: addressOf({ kind }), label: t('recommendation.history.newest') } : undefined}
        next={
          next === null
            ? undefined
            : { href: addressOf({ kind, after: next }), label: t('recommendation.history.older') }
        }
      />
    </Page>
  )
}

const addressOf = (filters: { kind?: string | undefined; after?: number }) => pageAddress('/history', filters)

import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { openDay } from '@/app/_addresses/open-day'
import { wordsInPath } from '@/app/_addresses/page-address'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { themeAddress, themePath } from '@/app/_addresses/theme'
import { trendStateIn } from '@/app/_addresses/trend'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead, Section } from '@/app/_ui/layout'
import { StatusCounts } from '@/app/_ui/status-bar'
import { DayBar, NotThere, WrongDay } from '@/app/(work)/_components/day-bar'
import { recommendationShares } from '@/app/(work)/_components/status-counts'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import { TrendSection } from '@/app/(work)/_components/trend'
import { NotFoundPage } from '@/app/not-found-page'
import { findTheme } from '@/lib/overview/theme'
import { t } from '@/lib/platform/i18n'

type Props = PageProps<'/themes/[theme]'>

/** Read once for the title and the page. */
const find = cache(findTheme)

async function requestOf({ params, searchParams }: Props) {
  const [actor, { theme }, search] = [await requireUser(), await params, await searchParams]
  const name = wordsInPath(theme)
  const bar = { path: themePath(name), day: openDay(search) }
  return { actor, search, bar, theme: await find(actor, name) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { theme } = await requestOf(props)
  return { title: theme?.name ?? t('shell.not_found.title') }
}

/** A theme across all documents, for who asks whether it gets on. */
export default async function ThemePage(props: Props) {
  const { actor, search, bar, theme } = await requestOf(props)
  if (bar.day.wrong) return <WrongDay {...bar} />
  if (!theme) return bar.day.past ? <NotThere {...bar} /> : <NotFoundPage />

  const { name, total, status } = theme
  const above = [{ label: t('list.title'), href: recommendationListAddress({}) }, { label: name }]
  return (
    <Page>
      <DayBar {...bar} />
      <PageHead title={name} above={<Breadcrumb label={t('theme.path')} items={above} />}>
        <p>{t('theme.about')}</p>
      </PageHead>
      <Section card>
        <StatusCounts
          title={
            <TextWithLinks
              text={t('theme.recommendations', { count: total })}
              to={{ all: recommendationListAddress({ theme: name }) }}
            />
          }
          label={t('theme.byStatus')}
          counts={recommendationShares(status, (one) => recommendationListAddress({ theme: name, status: [one] }))}
        />
      </Section>
      <TrendSection
        actor={actor}
        whose={{ theme: name }}
        shown={trendStateIn(search)}
        to={(trend) => themeAddress(name, trend)}
      />
    </Page>
  )
}

import type { Metadata } from 'next'
import { Empty } from '@/app/_ui/empty'
import { Page, PageHead, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { signedIn } from '@/app/signed-in'
import { type MyWork, myWork } from '@/lib/overview/my-work'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import { today } from '@/lib/platform/clock'
import { words } from '@/lib/platform/i18n'
import { WhomToAsk } from '../_dashboard/whom-to-ask'
import { listOf } from '../recommendations/_list/address'
import { NobodysRow } from './nobodys-row'
import { Title } from './title'
import { WorkRow } from './work-row'

export const metadata: Metadata = { title: words('work.title') }

/** What is on the reader and on their organizations, in the order in which it matters. */
export default async function MyWorkPage() {
  const actor = await signedIn()
  const work = await myWork(actor)
  const alone = actor.role === 'focal_point' && actor.organizations.length === 0
  const several = actor.organizations.length > 1 || work.items.some(isElsewhere(actor.organizations))
  const day = today()
  return (
    <Page>
      <PageHead title={<Title work={work} />} />
      {alone && <WhomToAsk people={await whomToAsk()}>{words('dashboard.noOrganization')}</WhomToAsk>}
      {work.items.length > 0 && (
        <Rows columns="work" ordered label={words('work.title')}>
          {work.items.map((item, place) => (
            <WorkRow key={item.assignment.id} item={item} today={day} main={place === 0} named={several} />
          ))}
        </Rows>
      )}
      {work.total > work.items.length && <p>{words('work.first', { shown: work.items.length, count: work.total })}</p>}
      {work.unassigned.total > 0 && <Nobodys unassigned={work.unassigned} />}
      {work.total + work.unassigned.total === 0 && !alone && (
        <Empty title={words('work.empty')}>{words('work.emptyAbout')}</Empty>
      )}
    </Page>
  )
}

/** Where not all is one organization's, each row says whose it is. */
const isElsewhere = (own: { slug: string }[]) => (item: MyWork['items'][number]) =>
  own.every(({ slug }) => slug !== item.assignment.organization.slug)

const Nobodys = ({ unassigned: { items, total } }: { unassigned: MyWork['unassigned'] }) => (
  <Section
    title={words('work.unassigned')}
    actions={
      <small>
        <a href={listOf({ status: ['unassigned'] })}>{words('list.all', { count: total })}</a>
      </small>
    }
  >
    <Rows columns="work">
      {items.map((item) => (
        <NobodysRow key={item.key} item={item} />
      ))}
    </Rows>
  </Section>
)

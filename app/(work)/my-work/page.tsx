import type { Metadata } from 'next'
import { Empty } from '@/app/_ui/empty'
import { Page, PageHead, Section } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { signedIn } from '@/app/signed-in'
import { firstWork, type MyWork, myWork } from '@/lib/overview/my-work'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { WhomToAsk } from '../_dashboard/whom-to-ask'
import { listOf, paramsIn } from '../recommendations/_list/address'
import { Done } from './done'
import { NobodysRow } from './nobodys-row'
import { Title } from './title'
import { WorkRow } from './work-row'

export const metadata: Metadata = { title: words('work.title') }

/** What is on the reader and on their organizations, in the order in which it matters. */
export default async function MyWorkPage({ searchParams }: PageProps<'/my-work'>) {
  const actor = await signedIn()
  const { work, first } = await pageOf(actor, paramsIn(await searchParams).get('after') ?? undefined)
  return (
    <Page>
      <PageHead title={<Title work={work} />} />
      {work.total === 0 && (work.unassigned.total === 0 || actor.organizations.length > 0) && <Nothing actor={actor} />}
      {work.items.length > 0 && (
        <Rows columns="work" ordered label={words('work.title')}>
          {work.items.map((item, place) => (
            <WorkRow key={item.assignment.id} item={item} actor={actor} main={first && place === 0} />
          ))}
        </Rows>
      )}
      {(work.next !== null || !first) && <Onward work={work} first={first} />}
      {first && work.unassigned.total > 0 && <Nobodys unassigned={work.unassigned} />}
      {first && work.done.total > 0 && <Done done={work.done} actor={actor} />}
    </Page>
  )
}

/** The page that the address asks for; where that is no place in the list, the first one. */
async function pageOf(actor: SignedIn, after: string | undefined) {
  const asked = after === undefined ? undefined : await myWork(actor, { after })
  return asked?.ok ? { work: asked.value, first: false } : { work: await firstWork(actor, 50), first: true }
}

async function Nothing({ actor }: { actor: SignedIn }) {
  if (actor.organizations.length > 0) return <Empty title={words('work.empty')}>{words('work.emptyAbout')}</Empty>
  const about = words(actor.role === 'focal_point' ? 'dashboard.noOrganization' : 'dashboard.onlyReads')
  return <WhomToAsk people={await whomToAsk()}>{about}</WhomToAsk>
}

const Onward = ({ work: { items, next, total }, first }: { work: MyWork; first: boolean }) => (
  <Pager
    label={words('work.pages')}
    previous={first ? undefined : { href: '/my-work', label: words('list.first') }}
    next={next === null ? undefined : { href: `/my-work?after=${next}`, label: words('list.next') }}
  >
    {words('work.shown', { shown: items.length, count: total })}
  </Pager>
)

const Nobodys = ({ unassigned: { items, total } }: { unassigned: MyWork['unassigned'] }) => (
  <Section
    title={words('work.unassigned')}
    actions={
      total > items.length && (
        <small>
          <a href={listOf({ status: ['unassigned'] })}>{words('list.all', { count: total })}</a>
        </small>
      )
    }
  >
    <Rows columns="work">
      {items.map((item) => (
        <NobodysRow key={item.key} item={item} />
      ))}
    </Rows>
  </Section>
)

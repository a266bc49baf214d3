import type { Metadata } from 'next'
import { z } from 'zod'
import { Page, PageHead } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import { Views } from '@/app/_ui/views'
import { LinkedChange } from '@/app/(work)/linked-change'
import { signedIn } from '@/app/signed-in'
import { chronicleOf } from '@/lib/history/chronicle'
import { keepsTheRecord } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'

export const metadata: Metadata = { title: words('changes.title') }

const Asked = z.object({
  kind: z.string().optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})

const nouns = ['assignment', 'annotation', 'recommendation', 'document', 'organization', 'group', 'instance'] as const
const ofPeople = ['user', 'token'] as const

/** Every change that the reader may hear of, newest first. */
export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const actor = await signedIn()
  const { kind, after } = Asked.parse(await searchParams)
  const { entries, next } = await chronicleOf(actor, { noun: kind, after, limit: 40 })
  const shown = keepsTheRecord(actor) ? [...nouns, ...ofPeople] : nouns
  return (
    <Page>
      <PageHead title={words('changes.title')}>
        <p>{words('changes.about')}</p>
      </PageHead>
      <Views
        label={words('one.history.filter')}
        items={[
          { href: addressOf({}), label: words('one.history.all'), current: kind === undefined },
          ...shown.map((noun) => ({
            href: addressOf({ kind: noun }),
            label: words(`history.noun.${noun}`),
            current: kind === noun,
          })),
        ]}
      />
      {entries.length === 0 && <Quiet>{words('one.history.empty')}</Quiet>}
      <Rows columns="happened" ordered>
        {entries.map((entry) => (
          <LinkedChange key={entry.seq} entry={entry} />
        ))}
      </Rows>
      <Pager
        label={words('one.history.pages')}
        previous={after ? { href: addressOf({ kind }), label: words('one.history.newest') } : undefined}
        next={next === null ? undefined : { href: addressOf({ kind, after: next }), label: words('one.history.older') }}
      />
    </Page>
  )
}

function addressOf(asked: { kind?: string | undefined; after?: number }) {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return query ? `/history?${query}` : '/history'
}

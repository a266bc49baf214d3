import { LinkButton } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { InlineFields } from '@/app/_ui/form-layout'
import { TextField } from '@/app/_ui/inputs'
import { Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { StatusBar } from '@/app/_ui/status-bar'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Views } from '@/app/_ui/views'
import type { DocumentList, ListedDocument } from '@/lib/documents/queries'
import { dateInWords, words } from '@/lib/platform/i18n'
import { recommendationShares } from '../shares'
import { type Asked, addressOf } from './address'
import css from './documents.module.css'

type Props = { list: DocumentList; asked: Asked; keeps: boolean }

/** The documents that were asked for, each with how its recommendations stand. */
export function DocumentRows({ list: { items, next, total }, asked, keeps }: Props) {
  return (
    <Stack>
      <Search {...asked} />
      <Row spread>
        <b>{words('documents.total', { count: total })}</b>
        {keeps && <Shows {...asked} />}
      </Row>
      {items.length === 0 ? (
        <Nothing {...asked} />
      ) : (
        <ul className={css.rows} aria-label={words('documents.list')} data-rows="">
          {items.map((document) => (
            <Line key={document.code} {...document} />
          ))}
        </ul>
      )}
      {next && (
        <Pager
          label={words('documents.pages')}
          next={{ href: addressOf({ ...asked, after: next }), label: words('documents.next') }}
        />
      )}
    </Stack>
  )
}

function Line({ code, title, symbol, body, date, place, recommendations, counts }: ListedDocument) {
  const dated = date && words('documents.dated', { date: dateInWords(date) })
  return (
    <li>
      <div>
        <a href={`/documents/${code}`} dir="auto">
          {title}
        </a>
        <p>
          <small>{[code, symbol, body, place, dated].filter(Boolean).join(' · ')}</small>
        </p>
      </div>
      {recommendations > 0 ? (
        <StatusBar
          counts={recommendationShares(counts, (status) => `/recommendations?document=${code}&status=${status}`)}
          label={words('documents.by', { code })}
        />
      ) : (
        <span />
      )}
      <small>{words('documents.count', { count: recommendations })}</small>
    </li>
  )
}

const Search = ({ q, archived }: Asked) => (
  <search>
    <form action="/documents">
      {archived && <input type="hidden" name="show" value="archived" />}
      <InlineFields>
        <TextField name="q" id="documents-q" label={words('documents.find')} type="search" defaultValue={q} />
        <SubmitButton variant="plain">{words('documents.findSend')}</SubmitButton>
      </InlineFields>
    </form>
  </search>
)

const Shows = ({ q, archived }: Asked) => (
  <Views
    label={words('documents.shows')}
    items={[
      { href: addressOf({ q }), label: words('documents.show.current'), current: !archived },
      { href: addressOf({ q, archived: true }), label: words('documents.show.archived'), current: archived },
    ]}
  />
)

/** Why there is nothing, and which filter to loosen. */
function Nothing({ q, archived, after }: Asked) {
  const all = <LinkButton href="/documents">{words('documents.showAll')}</LinkButton>
  if (q || after) {
    return (
      <Empty title={words('documents.notFound')} action={all}>
        {words('documents.notFoundAbout')}
      </Empty>
    )
  }
  if (archived) return <Empty title={words('documents.nothingArchived')} action={all} />
  return <Empty title={words('documents.none')}>{words('documents.noneAbout')}</Empty>
}

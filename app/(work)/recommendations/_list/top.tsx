import type { ReactNode } from 'react'
import { LinkButton } from '@/app/_ui/button'
import { Chips } from '@/app/_ui/chips'
import { PageHead, Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { Views } from '@/app/_ui/views'
import { words } from '@/lib/platform/i18n'
import type { FieldError } from '@/lib/platform/result'
import type { Asked } from '@/lib/recommendations/browse'
import { type FilterName, type Shown, views } from '@/lib/recommendations/filters'
import { filtersOf } from '@/lib/recommendations/in-use'
import { addressOf, listOf, sheetOf } from './address'
import { filterInWords } from './filter-words'

/** `lost`: the address said to go on from what is no place in this list. */
type HeadProps = { title: string; asked: Asked; lost?: boolean | undefined }

/** The list as a sheet, for spreadsheet programs that take the one or the other separator. */
const Export = ({ shown }: { shown: Shown }) => (
  <Row screen>
    <small>
      <a href={sheetOf(shown, 'semicolon')}>{words('list.exportSemicolon')}</a>
    </small>
    <LinkButton href={sheetOf(shown)}>{words('list.export')}</LinkButton>
  </Row>
)

/** The page's title, its sheet, and what of its address couldn't be read. */
export const Head = ({ title, asked: { shown, errors }, lost }: HeadProps) => (
  <>
    <PageHead title={title} actions={<Export shown={shown} />} />
    {(errors.length > 0 || lost) && (
      <Notice tone="warning">
        {words('list.leftOut')}
        <ul>
          {errors.map((error) => (
            <li key={error.field}>{leftOutInWords(error)}</li>
          ))}
          {lost && <li>{words('list.lost')}</li>}
        </ul>
      </Notice>
    )}
  </>
)

const chosen: readonly string[] = ['kind', 'due', 'archived', 'sort', 'view', 'by', 'limit']

/** What of the address couldn't be read, as a person sees it in the address. */
function leftOutInWords({ field, code, params }: FieldError) {
  const [name = field] = field.split('.')
  if (code === 'field_unknown') return words('list.noFilter', { name })
  return chosen.includes(name) ? words('list.noChoice', { name }) : words(`errors.${code}`, params)
}

/** How many there are, seen how, and what narrows them. */
export const Top = ({ count, asked }: { count: ReactNode; asked: Asked }) => (
  <>
    <Row spread>
      <b role="status">{count}</b>
      <Views
        label={words('list.views')}
        items={views.map((view) => ({
          href: addressOf(asked.shown, { view, by: undefined, open: undefined, sort: undefined }),
          label: words(`list.view.${view}`),
          current: view === asked.shown.view,
        }))}
      />
    </Row>
    <FilterChips asked={asked} />
  </>
)

function FilterChips({ asked }: { asked: Asked }) {
  const used = filtersOf(asked.scope)
  if (used.length === 0) return null
  const items = used.flatMap((name) => chipsOf(asked, name))
  return (
    <Chips
      label={words('list.inUse')}
      items={items}
      clear={
        used.length > 1
          ? { href: listOf({ view: asked.shown.view, by: asked.shown.by }), label: words('list.clear') }
          : undefined
      }
    />
  )
}

function chipsOf({ shown, scope }: Asked, name: FilterName) {
  const chip = (label: string, rest: Partial<Shown>) => ({
    label,
    href: addressOf(shown, { [name]: undefined, ...rest }),
    remove: words('list.takeOff', { label }),
  })
  if (name === 'status') {
    return shown.status.map((one) =>
      chip(words(`status.${one}`), { status: shown.status.filter((other) => other !== one) }),
    )
  }
  if (name === 'assignment') {
    return shown.assignment.map((one) =>
      chip(
        words('list.filtered.assignment', {
          status: one === 'pending' ? words('list.pending') : words(`status.${one}`),
        }),
        { assignment: shown.assignment.filter((other) => other !== one) },
      ),
    )
  }
  return [chip(filterInWords(name, { shown, scope }), {})]
}

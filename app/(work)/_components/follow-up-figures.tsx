import { organizationAddress } from '@/app/_addresses/organization'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Stack } from '@/app/_ui/layout'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Muted } from '@/app/_ui/text'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import type { Actor } from '@/lib/domain/actor'
import { type FollowUpFigures as Figures, followUpFigures, type Quarter } from '@/lib/overview/follow-up-figures'
import { delays, type Whose } from '@/lib/overview/list-totals'
import { inFigures, t } from '@/lib/platform/i18n'
import { quarterInWords } from '@/lib/register/filter-words'
import { answerWithin } from '@/lib/register/timing'

type Props = { actor: Actor; whose: Whose }

/**
 * How long work has waited and for whom, for who chases it, and how quickly it was done, for who asks whether that gets
 * better. Numbers lead to their assignments.
 */
export async function FollowUpFigures({ actor, whose }: Props) {
  const found = await followUpFigures(actor, whose)
  if (!found.ok) return null
  const { ages, unproven, unanswered, quarters } = found.value
  return (
    <Stack>
      <Ages ages={ages} whose={whose} />
      <p>
        <TextWithLinks
          text={t('trend.unproven', { count: unproven })}
          to={{ all: listAddress(whose, { evidence: 'none' }) }}
        />
      </p>
      {!whose.organization && unanswered.items.length > 0 && <Unanswered unanswered={unanswered} whose={whose} />}
      {quarters.length > 0 && <Quarters quarters={quarters} whose={whose} />}
    </Stack>
  )
}

type Filters = Parameters<typeof recommendationListAddress>[0]

const listAddress = (whose: Whose, filters: Filters) =>
  recommendationListAddress({ view: 'assignments', ...whose, ...filters })

function Ages({ ages, whose }: Pick<Figures, 'ages'> & { whose: Whose }) {
  const [age, count] = [t('trend.ages.age'), t('trend.ages.count')]
  return (
    <>
      <h3>{t('trend.ages.title')}</h3>
      <Table label={t('trend.ages.title')} columns={[age, count]} dense>
        {ages.map(({ name, total }) => (
          <TableRow key={name}>
            <RowHeader>{t(`trend.ages.${name}`)}</RowHeader>
            <Cell label={count}>
              <Figure count={total} href={listAddress(whose, { age: name })} />
            </Cell>
          </TableRow>
        ))}
      </Table>
    </>
  )
}

function Unanswered({ unanswered: { items, more }, whose }: Pick<Figures, 'unanswered'> & { whose: Whose }) {
  const [party, count] = [t('trend.unanswered.organization'), t('trend.unanswered.count')]
  return (
    <>
      <h3>{t('trend.unanswered.title')}</h3>
      <Table label={t('trend.unanswered.title')} columns={[party, count]} dense>
        {items.map(({ slug, name, total }) => (
          <TableRow key={slug}>
            <RowHeader>
              <a href={organizationAddress(slug)} dir="auto">
                {name}
              </a>
            </RowHeader>
            <Cell label={count}>
              <Figure count={total} href={listAddress(whose, { ...delays.unanswered, organization: slug })} />
            </Cell>
          </TableRow>
        ))}
      </Table>
      {more > 0 && (
        <p>
          <TextWithLinks
            text={t('trend.unanswered.more', { count: more })}
            to={{ all: listAddress(whose, delays.unanswered) }}
          />
        </p>
      )}
    </>
  )
}

const columns = ['quarter', 'assigned', 'answered', 'met', 'pending'] as const

function Quarters({ quarters, whose }: Pick<Figures, 'quarters'> & { whose: Whose }) {
  const headings = columns.map((column) => t(`trend.quarters.${column}`, { days: answerWithin }))
  const [, ...labels] = headings
  return (
    <>
      <h3>{t('trend.quarters.title')}</h3>
      <Table label={t('trend.quarters.title')} columns={headings} dense>
        {quarters.map((row) => (
          <TableRow key={row.quarter}>
            <RowHeader>{quarterInWords(row.quarter)}</RowHeader>
            {figuresOf(row, whose).map(({ name, ...figure }, place) => (
              <Cell key={name} label={labels[place]}>
                <Figure {...figure} />
              </Cell>
            ))}
          </TableRow>
        ))}
      </Table>
      <Muted>{t('trend.quarters.about', { days: answerWithin })}</Muted>
    </>
  )
}

/** Returns the figures of a quarter with the addresses of what they count, and the share of all of it. */
function figuresOf({ quarter: assigned, ...counts }: Quarter, whose: Whose) {
  const to = (filters: Filters) => listAddress(whose, { assigned, ...filters })
  return [
    { name: 'assigned', count: counts.assigned, href: to({}) },
    { name: 'answered', count: counts.answered, of: counts.assigned, href: to({ answered: 'month' }) },
    { name: 'met', count: counts.met, of: counts.assigned, href: to({ met: 'yes' }) },
    { name: 'pending', count: counts.pending, of: counts.assigned, href: to({ assignment: ['pending'] }) },
  ]
}

/** A number that leads to what it counts, with its share of all. */
function Figure({ count, of, href }: { count: number; of?: number | undefined; href: string }) {
  const text = of ? t('trend.quarters.share', { percent: Math.round((100 * count) / of), count }) : inFigures(count)
  return count > 0 ? <a href={href}>{text}</a> : text
}

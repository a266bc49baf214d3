import { organizationAddress } from '@/app/_addresses/organization'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { FigureTable } from '@/app/_ui/figure-table'
import { Columns, Stack } from '@/app/_ui/layout'
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
      <Columns>
        <Ages ages={ages} whose={whose} />
        {!whose.organization && unanswered.items.length > 0 && <Unanswered unanswered={unanswered} whose={whose} />}
      </Columns>
      <p>
        <TextWithLinks
          text={t('trend.unproven', { count: unproven })}
          to={{ all: listAddress(whose, { evidence: 'none' }) }}
        />
      </p>
      {quarters.length > 0 && <Quarters quarters={quarters} whose={whose} />}
    </Stack>
  )
}

type Filters = Parameters<typeof recommendationListAddress>[0]

const listAddress = (whose: Whose, filters: Filters) =>
  recommendationListAddress({ view: 'assignments', ...whose, ...filters })

function Ages({ ages, whose }: Pick<Figures, 'ages'> & { whose: Whose }) {
  const all = ages.reduce((sum, { total }) => sum + total, 0)
  return (
    <Stack gap="tight">
      <h3>{t('trend.ages.title')}</h3>
      <FigureTable
        label={t('trend.ages.title')}
        columns={[
          { key: 'age', heading: t('trend.ages.age') },
          { key: 'count', heading: t('trend.ages.count') },
        ]}
        rows={ages.map(({ name, total }) => ({
          key: name,
          name: t(`trend.ages.${name}`),
          figures: [counted(total, listAddress(whose, { age: name }), all)],
        }))}
      />
    </Stack>
  )
}

function Unanswered({ unanswered: { items, more }, whose }: Pick<Figures, 'unanswered'> & { whose: Whose }) {
  const most = Math.max(...items.map(({ total }) => total))
  return (
    <Stack gap="tight">
      <h3>{t('trend.unanswered.title')}</h3>
      <FigureTable
        label={t('trend.unanswered.title')}
        columns={[
          { key: 'organization', heading: t('trend.unanswered.organization') },
          { key: 'count', heading: t('trend.unanswered.count') },
        ]}
        rows={items.map(({ slug, name, total }) => ({
          key: slug,
          name: (
            <a href={organizationAddress(slug)} dir="auto">
              {name}
            </a>
          ),
          figures: [counted(total, listAddress(whose, { ...delays.unanswered, organization: slug }), most)],
        }))}
      />
      {more > 0 && (
        <p>
          <TextWithLinks
            text={t('trend.unanswered.more', { count: more })}
            to={{ all: listAddress(whose, delays.unanswered) }}
          />
        </p>
      )}
    </Stack>
  )
}

/** A number that leads to what it counts, with a bar beside it. */
const counted = (count: number, href: string, all: number) => ({
  key: 'count',
  text: inFigures(count),
  href: count > 0 ? href : undefined,
  share: all > 0 ? count / all : 0,
})

const columns = ['quarter', 'answered', 'met', 'pending'] as const

const Quarters = ({ quarters, whose }: Pick<Figures, 'quarters'> & { whose: Whose }) => (
  <Stack gap="tight">
    <h3>{t('trend.quarters.title')}</h3>
    <FigureTable
      label={t('trend.quarters.title')}
      columns={columns.map((key) => ({ key, heading: t(`trend.quarters.${key}`, { days: answerWithin }) }))}
      rows={quarters.map((row) => ({
        key: row.quarter,
        name: quarterInWords(row.quarter),
        note: (
          <TextWithLinks
            text={t('trend.quarters.assigned', { count: row.assigned })}
            to={{ all: listAddress(whose, { assigned: row.quarter }) }}
          />
        ),
        figures: figuresOf(row, whose),
      }))}
    />
    <Muted>{t('trend.quarters.about', { days: answerWithin })}</Muted>
  </Stack>
)

/** Returns the figures of a quarter with the addresses of what they count, and the share of all of it. */
function figuresOf({ quarter, assigned, answered, met, pending }: Quarter, whose: Whose) {
  const share = (key: string, count: number, filters: Filters) => ({
    key,
    text: t('trend.quarters.share', { share: assigned > 0 ? count / assigned : 0 }),
    href: count > 0 ? listAddress(whose, { assigned: quarter, ...filters }) : undefined,
    share: assigned > 0 ? count / assigned : 0,
    note: t('trend.quarters.of', { count, all: assigned }),
  })
  return [
    share('answered', answered, { answered: 'month' }),
    share('met', met, { met: 'yes' }),
    share('pending', pending, { assignment: ['pending'] }),
  ]
}

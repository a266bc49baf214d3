import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Section } from '@/app/_ui/layout'
import { StatusChart, StatusCounts } from '@/app/_ui/status-bar'
import { numberInWords, sentence } from '@/app/(work)/_components/number-words'
import { assignmentShares, recommendationShares } from '@/app/(work)/_components/status-counts'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import type { Dashboard } from '@/lib/overview/dashboard'
import { t } from '@/lib/platform/i18n'

/**
 * The status of all work. Each share links to what it counts. Assignments come first, because a recommendation is in
 * progress as soon as one of its organizations has begun.
 */
export const Charts = ({ seen: { recommendations, assignments } }: { seen: Dashboard }) => (
  <>
    <Assignments {...assignments} />
    <Recommendations {...recommendations} />
  </>
)

function Assignments({ total, byStatus }: Dashboard['assignments']) {
  const { not_started: notStarted = 0, implemented = 0, verified = 0 } = byStatus
  const ofStatus = (status: string) => recommendationListAddress({ view: 'assignments', assignment: [status] })
  const to = { all: recommendationListAddress({ view: 'assignments' }), notStarted: ofStatus('not_started') }
  const reported = verified === 0 ? 'dashboard.verifiedNone' : 'dashboard.verifiedSome'
  return (
    <Section card>
      <StatusChart
        title={<TextWithLinks text={t('dashboard.assignments', { count: total, notStarted })} to={to} />}
        label={t('dashboard.assignmentsBy')}
        counts={assignmentShares(byStatus, ofStatus)}
        words={{
          table: t('dashboard.table'),
          status: t('list.column.status'),
          count: t('dashboard.count'),
        }}
      />
      {implemented + verified > 0 && (
        <p>
          <small>
            <TextWithLinks
              text={t(reported, { count: implemented, verified })}
              to={{ implemented: ofStatus('implemented'), verified: ofStatus('verified') }}
            />
          </small>
        </p>
      )}
    </Section>
  )
}

const Recommendations = ({ action, finding }: Dashboard['recommendations']) => (
  <Section card>
    <StatusCounts
      title={
        <TextWithLinks
          text={t('dashboard.actions', { count: action.total })}
          to={{ all: recommendationListAddress({ kind: 'action' }) }}
        />
      }
      label={t('dashboard.actionsBy')}
      counts={recommendationShares(action.byStatus, (status) =>
        recommendationListAddress({ kind: 'action', status: [status] }),
      )}
    />
    <Findings {...finding} />
  </Section>
)

/** The number of findings, and whether some of them are assigned all the same. */
function Findings({ total, byStatus: { noted = 0, closed = 0 } }: Dashboard['recommendations']['finding']) {
  if (total === 0) return null
  const unfinished = total - noted - closed
  const text = t('dashboard.findings', {
    number: numberInWords(total),
    count: total,
    unfinished,
    unfinishedNumber: numberInWords(unfinished),
  })
  const to = {
    all: recommendationListAddress({ kind: 'finding' }),
    unfinished: recommendationListAddress({
      kind: 'finding',
      status: ['not_started', 'in_progress', 'implemented', 'verified'],
    }),
  }
  return (
    <p>
      <small>
        <TextWithLinks text={sentence(text)} to={to} />
      </small>
    </p>
  )
}

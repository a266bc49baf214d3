import { assignmentAddress } from '@/app/_addresses/assignment'
import { type OrganizationState, organizationAddress } from '@/app/_addresses/organization'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { Status } from '@/app/_ui/status'
import { Tabs } from '@/app/_ui/tabs'
import { Muted } from '@/app/_ui/text'
import { DueDate } from '@/app/(work)/_components/due-date'
import { originallyInWords } from '@/app/(work)/_components/due-words'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import { reportInWords } from '@/lib/domain/report-words'
import type { Organization } from '@/lib/organizations/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import { beginningOf } from '@/lib/platform/markdown'
import { shownDay } from '@/lib/platform/shown-day'
import { type OrganizationAssignments as Duty, type Stage, stages } from '@/lib/register/organization-assignments'

type Part = { stage: Stage; items: Duty[]; next: string | null }
type Props = { organization: Organization; parts: Part[]; state: OrganizationState }

/**
 * The assignments of an organization by stage: open (the earliest due first), reported as implemented, verified, and
 * closed. The screen shows one stage at a time. A print contains all of them.
 */
export function OrganizationAssignments({ organization, parts, state: { stage, from } }: Props) {
  const { slug, assignments } = organization
  const count = countsByStage(organization)
  const next = parts.find((part) => part.stage === stage)?.next
  return (
    <Section
      id="assignments"
      title={t('organization.assignments')}
      actions={assignments > 0 && <Elsewhere slug={slug} />}
    >
      <Stages slug={slug} count={count} stage={stage} />
      {parts.map((part) => (
        <StagePart key={part.stage} part={part} count={count[part.stage]} current={part.stage === stage} />
      ))}
      <Row screen>
        {from && (
          <SoftLink href={organizationAddress(slug, { stage }, 'assignments')}>{t('organization.first')}</SoftLink>
        )}
        {next && (
          <SoftLink href={organizationAddress(slug, { stage, from: next }, 'assignments')}>
            {t('organizations.next')}
          </SoftLink>
        )}
      </Row>
    </Section>
  )
}

/** On the screen, the tab names the stage. */
function StagePart({ part: { stage, items }, count, current }: { part: Part; count: number; current: boolean }) {
  if (items.length === 0) return current && <EmptyState title={t(`organization.nothing.${stage}`)} />
  const content = (
    <Stack>
      <h3 data-paper="">{t(`organization.stage.${stage}`, { count })}</h3>
      {items.length < count && <p data-paper="">{t('organization.part', { shown: items.length, count })}</p>}
      <Rows columns="assignments">
        {items.map((duty) => (
          <Line key={duty.id} duty={duty} />
        ))}
      </Rows>
    </Stack>
  )
  return current ? content : <div data-paper="">{content}</div>
}

const Elsewhere = ({ slug }: { slug: string }) => (
  <Row screen>
    <a href={recommendationListAddress({ organization: slug })}>{t('organization.inList')}</a>
    <a href={recommendationListAddress({ organization: slug, view: 'matrix' })}>{t('organization.inMatrix')}</a>
  </Row>
)

function countsByStage({ assignments, counts }: Organization): Record<Stage, number> {
  const { implemented = 0, verified = 0, closed = 0 } = counts
  return { open: assignments - implemented - verified - closed, reported: implemented, verified, closed }
}

function Stages({ slug, count, stage }: { slug: string; count: Record<Stage, number>; stage: Stage }) {
  const items = stages.map((one) => ({
    href: organizationAddress(slug, { stage: one }, 'assignments'),
    label: t(`organization.stage.${one}`, { count: count[one] }),
    current: one === stage,
  }))
  return <Tabs label={t('organization.stages')} items={items} />
}

function Line({ duty }: { duty: Duty }) {
  const { id, key, title, quote, document, status, role, owner, ended, report } = duty
  const answering = [ownerInWords(owner), ...(role === 'lead' ? [t('assignmentRole.lead')] : [])]
  return (
    <li>
      <div>
        <RecommendationSummary
          item={{ key, code: document.code, title, quote, language: document.language }}
          href={assignmentAddress(id)}
        />
        {report && <Report report={report} />}
      </div>
      <div>
        <Status status={status} label={t(`status.${status}`)} />
        <br />
        <small>{answering.join(', ')}</small>
      </div>
      {ended ? <Muted>{t('organization.ended')}</Muted> : <Due duty={duty} />}
    </li>
  )
}

function Due({ duty }: { duty: Duty }) {
  const originally = originallyInWords(duty)
  return (
    <div>
      <DueDate assignment={duty} today={shownDay()} first="note" />
      {originally && (
        <>
          <br />
          <small>{originally}</small>
        </>
      )}
    </div>
  )
}

const longest = { screen: 160, paper: 1200 }

/** The beginning of the latest report. In print, where nobody can open it, much more of it. */
function Report({ report }: { report: NonNullable<Duty['report']> }) {
  const text = reportInWords(report)
  const beginning = (length: number) =>
    t('organization.report', { date: dateInWords(report.asOf), narrative: beginningOf(text, length) })
  const [screen, paper] = [beginning(longest.screen), beginning(longest.paper)]
  if (screen === paper) return <Beginning text={screen} />
  return (
    <>
      <div data-screen="">
        <Beginning text={screen} />
      </div>
      <div data-paper="">
        <Beginning text={paper} />
      </div>
    </>
  )
}

const Beginning = ({ text }: { text: string }) => (
  <div>
    <small dir="auto">{text}</small>
  </div>
)

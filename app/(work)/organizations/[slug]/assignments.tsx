import { type OrganizationState, organizationAddress } from '@/app/_addresses/organization'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { Status } from '@/app/_ui/status'
import { Tabs } from '@/app/_ui/tabs'
import { Muted } from '@/app/_ui/text'
import { DueDate } from '@/app/(work)/_components/due-date'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import type { Organization } from '@/lib/organizations/queries'
import { today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import { type OrganizationAssignments as Duty, type Stage, stages } from '@/lib/register/organization-assignments'

type Props = { organization: Organization; carried: { items: Duty[]; next: string | null }; state: OrganizationState }

/** What it carries: what is open, the first due first; what is reported as implemented; what was verified; what was closed. */
export function OrganizationAssignments({ organization, carried: { items, next }, state: { stage, from } }: Props) {
  const { slug, assignments } = organization
  return (
    <Section id="carries" title={t('organization.carries')} actions={assignments > 0 && <Elsewhere slug={slug} />}>
      <Stages organization={organization} stage={stage} />
      {items.length === 0 ? (
        <EmptyState title={t(`organization.nothing.${stage}`)} />
      ) : (
        <Rows columns="carried">
          {items.map((duty) => (
            <Line key={duty.id} duty={duty} />
          ))}
        </Rows>
      )}
      <Row screen>
        {from && <SoftLink href={organizationAddress(slug, { stage }, 'carries')}>{t('organization.first')}</SoftLink>}
        {next && (
          <SoftLink href={organizationAddress(slug, { stage, from: next }, 'carries')}>{t('places.next')}</SoftLink>
        )}
      </Row>
    </Section>
  )
}

const Elsewhere = ({ slug }: { slug: string }) => (
  <Row screen>
    <a href={`/recommendations?organization=${slug}`}>{t('organization.inList')}</a>
    <a href={`/recommendations?organization=${slug}&view=matrix`}>{t('organization.inMatrix')}</a>
  </Row>
)

function Stages({ organization: { slug, assignments, counts }, stage }: { organization: Organization; stage: Stage }) {
  const { implemented = 0, verified = 0, closed = 0 } = counts
  const ended = implemented + verified + closed
  const count = { open: assignments - ended, reported: implemented, verified, closed }
  const items = stages.map((one) => ({
    href: organizationAddress(slug, { stage: one }, 'carries'),
    label: t(`organization.stage.${one}`, { count: count[one] }),
    current: one === stage,
  }))
  return <Tabs label={t('organization.stages')} items={items} />
}

function Line({ duty }: { duty: Duty }) {
  const { key, title, quote, document, status, role, owner, ended, report } = duty
  const answering = [ownerInWords(owner), ...(role === 'lead' ? [t('assignmentRole.lead')] : [])]
  return (
    <li>
      <div>
        <RecommendationSummary item={{ key, code: document.code, title, quote, language: document.language }} />
        {report && (
          <div>
            <small dir="auto">
              {t('organization.report', {
                date: dateInWords(report.asOf),
                narrative: shortened(report.narrative, longest),
              })}
            </small>
          </div>
        )}
      </div>
      <div>
        <Status status={status} label={t(`status.${status}`)} />
        <br />
        <small>{answering.join(', ')}</small>
      </div>
      {ended ? <Muted>{t('organization.ended')}</Muted> : <DueDate assignment={duty} today={today()} first="note" />}
    </li>
  )
}

const longest = 80

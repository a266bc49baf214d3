import { Empty } from '@/app/_ui/empty'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { Quiet } from '@/app/_ui/text'
import { Views } from '@/app/_ui/views'
import { type Carried as Duty, type Stage, stages } from '@/lib/assignments/of-organization'
import type { Organization } from '@/lib/organizations/queries'
import { today } from '@/lib/platform/clock'
import { dateInWords, words } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import { BriefRec } from '../../brief-rec'
import { DueDate } from '../../due-date'
import { ownerInWords } from '../../owner-words'
import { addressOf, type State } from './address'

type Props = { organization: Organization; carried: { items: Duty[]; next: string | null }; state: State }

/** What it carries: what is open, the first due first; what is reported as implemented; what was verified; what was closed. */
export function Carried({ organization, carried: { items, next }, state: { stage, from } }: Props) {
  const { slug, assignments } = organization
  return (
    <Section id="carries" title={words('organization.carries')} actions={assignments > 0 && <Elsewhere slug={slug} />}>
      <Stages organization={organization} stage={stage} />
      {items.length === 0 ? (
        <Empty title={words(`organization.nothing.${stage}`)} />
      ) : (
        <Rows columns="carried">
          {items.map((duty) => (
            <Line key={duty.id} duty={duty} />
          ))}
        </Rows>
      )}
      <Row screen>
        {from && <InPlaceLink href={addressOf(slug, { stage }, 'carries')}>{words('organization.first')}</InPlaceLink>}
        {next && (
          <InPlaceLink href={addressOf(slug, { stage, from: next }, 'carries')}>{words('places.next')}</InPlaceLink>
        )}
      </Row>
    </Section>
  )
}

const Elsewhere = ({ slug }: { slug: string }) => (
  <Row screen>
    <a href={`/recommendations?organization=${slug}`}>{words('organization.inList')}</a>
    <a href={`/recommendations?organization=${slug}&view=matrix`}>{words('organization.inMatrix')}</a>
  </Row>
)

function Stages({ organization: { slug, assignments, counts }, stage }: { organization: Organization; stage: Stage }) {
  const { implemented = 0, verified = 0, closed = 0 } = counts
  const ended = implemented + verified + closed
  const count = { open: assignments - ended, reported: implemented, verified, closed }
  const items = stages.map((one) => ({
    href: addressOf(slug, { stage: one }, 'carries'),
    label: words(`organization.stage.${one}`, { count: count[one] }),
    current: one === stage,
  }))
  return <Views label={words('organization.stages')} items={items} />
}

function Line({ duty }: { duty: Duty }) {
  const { key, title, quote, document, status, role, owner, ended, report } = duty
  const answering = [ownerInWords(owner), ...(role === 'lead' ? [words('assignmentRole.lead')] : [])]
  return (
    <li>
      <div>
        <BriefRec item={{ key, code: document.code, title, quote, language: document.language }} />
        {report && (
          <div>
            <small dir="auto">
              {words('organization.report', {
                date: dateInWords(report.asOf),
                narrative: shortened(report.narrative, longest),
              })}
            </small>
          </div>
        )}
      </div>
      <div>
        <Status status={status} label={words(`status.${status}`)} />
        <br />
        <small>{answering.join(', ')}</small>
      </div>
      {ended ? (
        <Quiet>{words('organization.ended')}</Quiet>
      ) : (
        <DueDate assignment={duty} today={today()} first="note" />
      )}
    </li>
  )
}

const longest = 80

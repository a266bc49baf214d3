import { type AssignmentState, assignmentAddress, isOfEvidence } from '@/app/_addresses/assignment'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink, SoftLinkButton } from '@/app/_ui/soft-link'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { EraseLink } from '@/app/(work)/_components/erase-link'
import { erasureInWords } from '@/app/(work)/_components/erasure-words'
import { mayReportOn } from '@/lib/assignments/policy'
import { takesEvidence } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { mayRelease, shownScan } from '@/lib/evidence/policy'
import type { Evidence } from '@/lib/evidence/queries'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { partsOf, type RunOfRows } from '@/lib/platform/split-rows'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { ByLetter } from './by-letter'
import { Explanation } from './date-request'
import css from './dates.module.css'
import { EvidenceTitle } from './evidence-title'
import { FileForm } from './file-form'
import { LinkForm } from './link-form'
import { ReleaseForm } from './release-form'
import { WithdrawEvidenceForm } from './withdraw-evidence-form'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

/** The files and links that support the reports, the newest first, with forms to add and to withdraw. */
export function EvidenceSection({ actor, view, state }: Props) {
  const { evidence } = view
  const may = mayReportOn(actor, view)
  const adds = may && takesEvidence(placeOf(view))
  if (evidence.length === 0 && !may) return null
  const pages = partsOf(evidence, mostOnPage, weightOf)
  const page = pageOf(pages, state)
  const shown = pages[page]
  return (
    <Section id="evidence" title={t('evidence.title')}>
      {state.done && isOfEvidence(state) && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
      <Adding actor={actor} view={view} state={state} adds={adds} />
      {evidence.length === 0 && <EmptyState title={t('evidence.none')} />}
      <ol className={css.dates}>
        {shown?.rows.map((one) => (
          <li key={one.id} id={one.id}>
            <Piece evidence={one} all={evidence} />
            {one.scan === 'held' && !one.withdrawn && !one.erasure && mayRelease(actor) && (
              <ReleaseForm evidence={one} view={view} />
            )}
            {!one.erasure && <EraseLink actor={actor} noun="assignment" id={view.assignment.id} item={one.id} />}
            {may && (!one.withdrawn || (state.withdraw === one.id && wasRefused('withdraw-evidence-'))) && (
              <Withdrawing view={view} evidence={one} state={state} />
            )}
          </li>
        ))}
      </ol>
      {shown && pages.length > 1 && (
        <Pages id={view.assignment.id} page={page} pages={pages.length} shown={shown} count={evidence.length} />
      )}
    </Section>
  )
}

/** A page has room for 20 pieces of evidence, or for fewer if people wrote much about them. */
const mostOnPage = 20_000
const weightOf = ({ title, url = '', withdrawn }: Evidence) =>
  Math.max(mostOnPage / 20, Buffer.byteLength(title + url + (withdrawn?.reason ?? '')))

type EvidencePage = RunOfRows<Evidence>

/** Returns the page of the evidence to withdraw, or else the one that the URL names, if there is such a page. */
function pageOf(pages: readonly EvidencePage[], { withdraw, evidence: page = 0 }: AssignmentState) {
  const place = pages.findIndex(({ rows }) => rows.some(({ id }) => id === withdraw))
  if (place >= 0) return place
  return page < pages.length ? page : 0
}

type PagesProps = { id: string; page: number; pages: number; shown: EvidencePage; count: number }

function Pages({ id, page, pages, shown: { from, rows }, count }: PagesProps) {
  const at = (evidence: number) => assignmentAddress(id, { evidence: evidence || undefined }, 'evidence')
  return (
    <Row>
      <small>{t('evidence.shown', { from: from + 1, to: from + rows.length, count })}</small>
      <Row screen>
        {page > 0 && <SoftLink href={at(page - 1)}>{t('evidence.newer')}</SoftLink>}
        {page + 1 < pages && <SoftLink href={at(page + 1)}>{t('evidence.older')}</SoftLink>}
      </Row>
    </Row>
  )
}

/** The buttons to add evidence, or the form that one of them opened. */
function Adding({ actor, view, state: { form, refused }, adds }: Props & { adds: boolean }) {
  const { id } = view.assignment
  const back = assignmentAddress(id, {}, 'evidence')
  const open = form === 'file' && adds
  const shared = { actor, view, back }
  if (open || (form === 'link' && (adds || wasRefused('link-')))) {
    return (
      <div data-screen="">
        <Card>{open ? <FileForm {...shared} refused={refused} /> : <LinkForm {...shared} />}</Card>
      </div>
    )
  }
  if (!adds) return null
  return (
    <Row screen>
      <SoftLinkButton href={assignmentAddress(id, { form: 'file' }, 'evidence')}>
        {t('evidence.addFile')}
      </SoftLinkButton>
      <SoftLinkButton href={assignmentAddress(id, { form: 'link' }, 'evidence')}>
        {t('evidence.addLink')}
      </SoftLinkButton>
    </Row>
  )
}

/** Everything about a piece of evidence. */
function Piece({ evidence, all }: { evidence: Evidence; all: readonly Evidence[] }) {
  const { kind, by, onBehalf, addedAt, sha256, withdrawn, erasure } = evidence
  const added = { by: by.name, date: dayInWords(addedAt), onBehalf: String(onBehalf) }
  return (
    <div>
      <EvidenceTitle evidence={evidence} />
      <br />
      <small>{[t('evidence.added', added), ...remarksOn(evidence)].join('; ')}</small>
      {evidence.letterOn && <br />}
      <ByLetter of={evidence} evidence={all} />
      <Unserved evidence={evidence} />
      {withdrawn && (
        <p>
          <b>{t('evidence.withdrawn', { by: withdrawn.by.name, date: dayInWords(withdrawn.at) })}</b>
          <br />
          <Explanation text={withdrawn.reason} />
        </p>
      )}
      {erasure && <p>{erasureInWords(erasure)}</p>}
      <br />
      <small>
        {t('evidence.hash', { kind })} <code>{sha256}</code>
      </small>
    </div>
  )
}

/** Why a file cannot be opened. */
function Unserved({ evidence: { kind, scan, withdrawn, erasure } }: { evidence: Evidence }) {
  const shown = shownScan(scan)
  if (kind === 'link' || withdrawn || erasure || shown === 'clean' || shown === 'not_scanned') return null
  return (
    <p>
      <b>{t(`evidence.unserved.${shown}`)}</b>
    </p>
  )
}

const dayInWords = (moment: string) => dateInWords(dayOf(new Date(moment)))

function remarksOn({ kind, from, to, audience, scan, withdrawn }: Evidence) {
  const period = { from: from ? dateInWords(from) : '', to: to ? dateInWords(to) : '' }
  return [
    (from || to) && t(`evidence.${from && to ? 'period' : from ? 'from' : 'to'}`, period),
    audience === 'organization' && t('evidence.onlyFor'),
    kind === 'file' && !withdrawn && scan === 'clean' && t('evidence.clean'),
  ].filter((remark): remark is string => Boolean(remark))
}

type WithdrawingProps = Pick<Props, 'view' | 'state'> & { evidence: Evidence }

function Withdrawing({ view, evidence: { id }, state }: WithdrawingProps) {
  const assignment = view.assignment.id
  if (state.withdraw === id) {
    return <WithdrawEvidenceForm id={id} assignment={assignment} back={assignmentAddress(assignment, {}, 'evidence')} />
  }
  return (
    <div data-screen="">
      <SoftLink href={assignmentAddress(assignment, { withdraw: id }, 'evidence')}>
        {t('evidence.withdraw.open')}
      </SoftLink>
    </div>
  )
}

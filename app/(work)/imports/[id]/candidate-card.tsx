import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Hidden } from '@/app/_ui/text'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { dateInWords, t } from '@/lib/platform/i18n'
import { decisionInWords } from './decision-in-words'
import { Reasons } from './reasons'
import css from './review.module.css'

type Props = { importId: string; state: ImportPageState; candidate: CandidateNow }

/** A candidate with its decision. Its buttons belong to the form of its paragraph. */
export function CandidateCard({ importId, state, candidate }: Props) {
  const { id, title, kind, decision, version } = candidate
  const decided = decision === 'accepted' || decision === 'rejected'
  const value = (decision: CandidateNow['decision']) => `${decision} ${id} ${version}`
  return (
    <div className={css.card} id={`c-${id}`} data-decision={decision} data-row="">
      <small>
        {decisionInWords(candidate)} · {t(`kind.${kind}`)}
      </small>
      <p dir="auto">
        <b>{title}</b>
      </p>
      <Facts candidate={candidate} />
      {!decided && <Reasons reasons={candidate.reasons} confidence={candidate.confidence} />}
      <Row>
        {decision !== 'rejected' && <LinkButtons candidate={candidate} />}
        <SubmitButton
          name="do"
          value={value(decided ? 'suggested' : 'accepted')}
          variant={decision === 'suggested' ? 'main' : 'plain'}
          shortcut={decided ? 'u' : 'a'}
        >
          {t(decided ? 'imports.candidate.undo' : 'imports.candidate.accept')} <Hidden>{title}</Hidden>
        </SubmitButton>
        {!decided && (
          <SubmitButton name="do" value={value('rejected')} variant="plain" shortcut="r">
            {t('imports.candidate.reject')} <Hidden>{title}</Hidden>
          </SubmitButton>
        )}
        {decision !== 'rejected' && (
          <SoftLink href={importAddress(importId, { ...state, edit: id }, `c-${id}`)} shortcut="e">
            {t('imports.candidate.edit')} <Hidden>{title}</Hidden>
          </SoftLink>
        )}
      </Row>
    </div>
  )
}

/** A button for each organization or group that an addressee may be. */
const LinkButtons = ({ candidate: { id, version, addressees } }: { candidate: CandidateNow }) =>
  addressees.map(({ name, organization, group, match }, place) => {
    const party = organization ?? group
    if (!party || match !== 'proposed') return null
    return (
      <SubmitButton key={`${place} ${name}`} name="do" value={`link ${id} ${version} ${place}`} variant="plain">
        {t('imports.candidate.link', { name, party: party.name })}
      </SubmitButton>
    )
  })

/** Who is to act and by when, as the text says. */
function Facts({ candidate: { addressees, dueOn, priority, owner, grade } }: { candidate: CandidateNow }) {
  const names = addressees.map(({ name, organization, group, match }) => {
    const party = (organization ?? group)?.name
    return party && match === 'proposed'
      ? t('imports.candidate.proposed', { name, organization: party })
      : (party ?? name)
  })
  const facts = [
    names.length > 0 && t('imports.candidate.addressees', { names: names.join(', ') }),
    dueOn && t('imports.candidate.due', { date: dateInWords(dueOn) }),
    priority && t('imports.candidate.priority', { priority }),
    owner && t('imports.candidate.owner', { owner }),
    grade && t('imports.candidate.grade', { grade }),
  ].filter(Boolean)
  return facts.length > 0 && <p>{facts.join(' · ')}</p>
}

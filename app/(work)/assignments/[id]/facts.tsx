import { assignmentAddress } from '@/app/_addresses/assignment'
import { organizationAddress } from '@/app/_addresses/organization'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { Fact, Facts } from '@/app/_ui/facts'
import { Muted } from '@/app/_ui/text'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import type { Actor } from '@/lib/domain/actor'
import { mayOpen } from '@/lib/organizations/policy'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'

type Props = { actor: Actor; view: AssignmentView }

/** The organization, the owner and the origin of an assignment. */
export function AssignmentFacts({ actor, view }: Props) {
  const { organization, group, role, owner, dueOn, originalDueOn } = view.assignment
  const { key, citation } = view.recommendation
  const { lastReminder } = view
  return (
    <Facts>
      <Fact term={t('assignment.facts.organization')}>
        {mayOpen(actor, { archived: view.organizationArchived }) ? (
          <a href={organizationAddress(organization.slug)} dir="auto">
            {organization.name}
          </a>
        ) : (
          <span dir="auto">{organization.name}</span>
        )}
        {group && (
          <>
            <br />
            <small>{t('assignment.facts.via', { group: group.name })}</small>
          </>
        )}
      </Fact>
      <Fact term={t('assignment.facts.role')}>{t(`assignmentRole.${role}`)}</Fact>
      <Fact term={t('assignment.facts.owner')}>
        {owner?.active ? ownerInWords(owner) : <Muted>{ownerInWords(owner)}</Muted>}
      </Fact>
      <StateByParty view={view} />
      {originalDueOn && originalDueOn !== dueOn && (
        <Fact term={t('assignment.facts.original')}>{dateInWords(originalDueOn)}</Fact>
      )}
      {view.imported && (
        <Fact term={t('assignment.facts.imported')}>
          {t('assignment.facts.importedRow', { row: view.imported.row })}
        </Fact>
      )}
      {lastReminder && (
        <Fact term={t('assignment.facts.reminded')}>
          {dateInWords(dayOf(new Date(lastReminder.at)))}
          {lastReminder.to && (
            <>
              <br />
              <small>
                {t('assignment.facts.remindedTo', { names: listInWords(lastReminder.to.map(({ name }) => name)) })}
              </small>
            </>
          )}
        </Fact>
      )}
      <Fact term={t('assignment.facts.cite')}>{citation}</Fact>
      <Fact term={t('assignment.facts.annotations')} screen>
        <a href={recommendationAddress(key, {}, 'annotations')}>
          {t('assignment.facts.annotationCount', { count: view.annotationCount })}
        </a>
      </Fact>
    </Facts>
  )
}

/** What each party decided: the organization, the reviewer, and the coordinator. */
function StateByParty({ view: { assignment, answers } }: Pick<Props, 'view'>) {
  const { position, progress, status, verification, closure } = assignment
  const returned = verification === 'returned' && !closure
  return (
    <>
      <Fact term={t('assignment.facts.position')}>
        {answers.length > 0 ? (
          <a href={assignmentAddress(assignment.id, {}, 'reports')}>{t(`position.${position}`)}</a>
        ) : (
          <Muted>{t(`position.${position}`)}</Muted>
        )}
      </Fact>
      <Fact term={t('assignment.facts.progress')}>
        {returned ? (
          <>
            {t(`status.${status}`)}
            <br />
            <small>{t('assignment.facts.returned', { progress: t(`progress.${progress}`) })}</small>
          </>
        ) : (
          t(`progress.${progress}`)
        )}
      </Fact>
      {verification !== 'none' && (
        <Fact term={t('assignment.facts.verification')}>{t(`verification.${verification}`)}</Fact>
      )}
      {closure && <Fact term={t('assignment.facts.closure')}>{t(`closure.${closure}`)}</Fact>}
    </>
  )
}

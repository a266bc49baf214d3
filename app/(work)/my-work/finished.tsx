import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Disclosure } from '@/app/_ui/disclosure'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { ReportedLate } from '@/app/(work)/_components/reported-late'
import type { MyWork } from '@/lib/overview/my-work'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'

type Props = { done: MyWork['done']; actor: SignedIn }

/** Finished work, which is folded. */
export function Done({ done: { items, total }, actor: { organizations } }: Props) {
  return (
    <Section>
      <Disclosure summary={t('myWork.done', { count: total })}>
        <Rows columns="named">
          {items.map(({ recommendation, assignment }) => (
            <li key={assignment.id}>
              <div>
                <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id)} light />{' '}
                {organizations.length !== 1 && <small>{assignment.organization.name}</small>}
              </div>
              <div>
                <Status status={assignment.status} label={t(`status.${assignment.status}`)} />
                <ReportedLate assignment={assignment} />
              </div>
            </li>
          ))}
        </Rows>
        {total > items.length && (
          <p>
            <small>{t('myWork.doneSome', { shown: items.length })}</small>
          </p>
        )}
        {organizations.map(({ slug, name }) => (
          <p key={slug}>
            <small>
              <a href={recommendationListAddress({ view: 'assignments', organization: slug })}>
                {t('myWork.doneAll', { name })}
              </a>
            </small>
          </p>
        ))}
      </Disclosure>
    </Section>
  )
}

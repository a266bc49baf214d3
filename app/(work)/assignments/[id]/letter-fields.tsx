import { assignmentAddress } from '@/app/_addresses/assignment'
import { FormDate, FormSelect } from '@/app/_ui/form-fields'
import { RefreshOnReturn } from '@/app/_ui/refresh-on-return'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import type { Evidence } from '@/lib/evidence/queries'
import { t } from '@/lib/platform/i18n'

type Props = {
  actor: Actor
  assignment: string
  organizationId: string
  /** The evidence of the assignment. Undefined on the page of the recommendation. */
  evidence: readonly Evidence[] | undefined
  /** The letter of a draft. */
  draft?: { letterOn?: string; letter?: string } | undefined
}

/** The letter with which something arrived: its date, and which evidence it is. Only for those who act on behalf. */
export function LetterFields({ actor, assignment, organizationId, evidence, draft }: Props) {
  if (answersFor(actor, { organizationId })) return null
  return (
    <>
      <FormDate
        name="letterOn"
        optional
        label={t('letter.date')}
        hint={t('letter.dateHint')}
        defaultValue={draft?.letterOn}
      />
      {evidence && (
        <>
          <FormSelect
            name="letter"
            optional
            label={t('letter.evidence')}
            hint={t('letter.evidenceHint')}
            defaultValue={draft?.letter ?? ''}
            options={[{ value: '', label: t('letter.none') }, ...optionsOf(evidence)]}
          />
          <a href={assignmentAddress(assignment, { form: 'file' }, 'evidence')} target="_blank" rel="noopener">
            {t('letter.add')}
          </a>
          <RefreshOnReturn />
        </>
      )}
    </>
  )
}

const optionsOf = (evidence: readonly Evidence[]) =>
  evidence.filter(({ withdrawn }) => !withdrawn).map(({ id, title }) => ({ value: id, label: title }))

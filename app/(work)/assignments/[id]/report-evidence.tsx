import { assignmentAddress } from '@/app/_addresses/assignment'
import { FieldGroup } from '@/app/_ui/field'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { RefreshOnReturn } from '@/app/_ui/refresh-on-return'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Muted } from '@/app/_ui/text'
import type { Actor } from '@/lib/domain/actor'
import type { Evidence } from '@/lib/evidence/queries'
import { t } from '@/lib/platform/i18n'
import { EvidenceChoices } from './evidence-choices'

type Props = {
  actor: Actor
  assignment: string
  evidence: Evidence[]
  /** The IDs of the evidence that is named at first. */
  named: string[]
}

/**
 * The evidence that a report names. Further evidence is added in another tab, so that the text of the report stays as it
 * is, and the list is then updated.
 */
export function ReportEvidence({ actor, assignment, evidence, named }: Props) {
  const there = evidence.filter(({ withdrawn }) => !withdrawn)
  return (
    <FieldGroup id="report-evidence" label={t('evidence.report.legend')} hint={t('evidence.report.hint')}>
      <FormHidden name="relies" value="on" />
      <Stack gap="tight">
        {there.length === 0 && <Muted>{t('evidence.report.none')}</Muted>}
        <EvidenceChoices
          evidence={there.map(({ id, title, by }) => ({
            id,
            title,
            own: by.id === actor.id,
            named: named.includes(id),
          }))}
        />
        <Row>
          <a href={assignmentAddress(assignment, { form: 'file' }, 'evidence')} target="_blank" rel="noopener">
            {t('evidence.report.addFile')}
          </a>
          <a href={assignmentAddress(assignment, { form: 'link' }, 'evidence')} target="_blank" rel="noopener">
            {t('evidence.report.addLink')}
          </a>
          <SubmitButton variant="quiet" name="update" value="evidence" formNoValidate>
            {t('evidence.report.update')}
          </SubmitButton>
        </Row>
      </Stack>
      <RefreshOnReturn />
    </FieldGroup>
  )
}

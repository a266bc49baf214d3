import { assignmentAddress } from '@/app/_addresses/assignment'
import { FieldGroup } from '@/app/_ui/field'
import { FormCheck, FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { RefreshOnReturn } from '@/app/_ui/refresh-on-return'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Muted } from '@/app/_ui/text'
import type { Evidence } from '@/lib/evidence/queries'
import { t } from '@/lib/platform/i18n'

type Props = { assignment: string; evidence: Evidence[]; corrects: string | undefined }

/**
 * The evidence that a report names. Further evidence is added in another tab, so that the text of the report stays as it
 * is, and the list is then updated. A correction starts with the evidence of the report that it corrects.
 */
export function ReliedOn({ assignment, evidence, corrects }: Props) {
  const there = evidence.filter(({ withdrawn }) => !withdrawn)
  return (
    <FieldGroup id="report-evidence" label={t('evidence.report.legend')} hint={t('evidence.report.hint')}>
      <FormHidden name="relies" value="on" />
      <Stack gap="tight">
        {there.length === 0 && <Muted>{t('evidence.report.none')}</Muted>}
        {there.map(({ id, title, reports }) => (
          <FormCheck
            key={id}
            name="evidence"
            value={id}
            label={<bdi>{title}</bdi>}
            defaultChecked={corrects !== undefined && reports.includes(corrects)}
          />
        ))}
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

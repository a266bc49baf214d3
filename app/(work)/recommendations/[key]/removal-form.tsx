import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { removeOne } from './removal-action'

/**
 * Asks for confirmation before a recommendation that was added by mistake is removed. If there is work on it, says what
 * to do instead.
 */
export function RemovalForm({ whole, back }: { whole: RecommendationView; back: string }) {
  const { key, closure, counts, noteCount } = whole
  const worked = closure !== undefined || counts.open + counts.closed + noteCount > 0
  return (
    <Section id="removal" title={t('recommendation.removing.title')} card>
      {worked ? (
        <p>{t('recommendation.removing.work', { closure: t('closure.made_in_error') })}</p>
      ) : (
        <ActionForm action={removeOne} prefix="removal-">
          <FormHidden name="key" value={key} />
          <p>{t('recommendation.removing.about', { key })}</p>
          <Row>
            <SubmitButton variant="danger">{t('recommendation.removing.send')}</SubmitButton>
            <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
          </Row>
        </ActionForm>
      )}
      {worked && <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>}
    </Section>
  )
}

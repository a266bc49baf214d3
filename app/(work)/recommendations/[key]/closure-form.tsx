import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Section } from '@/app/_ui/layout'
import { ClosureFields, ReopenFields } from '@/app/(work)/_components/closure-fields'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { closeWhole, reopenWhole } from './closure-actions'

/** Closes the whole recommendation, or reopens it. */
export function ClosureForm({ whole: { key, closure }, back }: { whole: RecommendationView; back: string }) {
  const reopens = wasRefused('reopening-') || (closure && !wasRefused('closure-'))
  return (
    <Section
      id="closure"
      title={t(reopens ? 'recommendation.closing.reopenTitle' : 'recommendation.closing.title')}
      card
    >
      {!reopens && <p>{t('recommendation.closing.about')}</p>}
      <ActionForm
        action={reopens ? reopenWhole : closeWhole}
        prefix={reopens ? 'reopening-' : 'closure-'}
        keep={`closure ${key}`}
        focus
      >
        <FormHidden name="key" value={key} />
        {reopens ? (
          <ReopenFields back={back} />
        ) : (
          <ClosureFields button={t('recommendation.manage.close')} back={back} />
        )}
      </ActionForm>
    </Section>
  )
}

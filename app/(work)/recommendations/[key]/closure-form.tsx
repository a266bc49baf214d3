import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import type { Whole } from '@/lib/recommendations/whole'
import { closeWhole, reopenWhole } from './closure-actions'
import { ClosureFields, ReasonField } from './closure-fields'

/** Closes the recommendation as a whole, or takes it up again. */
export function ClosureForm({ whole: { key, closure }, back }: { whole: Whole; back: string }) {
  return (
    <Section id="closure" title={words(closure ? 'one.closing.reopenTitle' : 'one.closing.title')} card>
      {!closure && <p>{words('one.closing.about')}</p>}
      <ActionForm action={closure ? reopenWhole : closeWhole} prefix="closure-" keep={`closure ${key}`} focus>
        <FormHidden name="key" value={key} />
        {closure ? (
          <Fields>
            <ReasonField />
            <Row>
              <SubmitButton>{words('one.manage.reopen')}</SubmitButton>
              <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
            </Row>
          </Fields>
        ) : (
          <ClosureFields button={words('one.manage.close')} back={back} />
        )}
      </ActionForm>
    </Section>
  )
}

import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import type { Whole } from '@/lib/recommendations/whole'
import { removeOne } from './removal-action'

/** Asks before a recommendation that was added by mistake is removed; where there is work on it, says what to do instead. */
export function RemovalForm({ whole, back }: { whole: Whole; back: string }) {
  const { key, closure, counts, noteCount } = whole
  const worked = closure !== undefined || counts.open + counts.closed + noteCount > 0
  return (
    <Section id="removal" title={words('one.removing.title')} card>
      {worked ? (
        <p>{words('one.removing.work', { closure: words('closure.made_in_error') })}</p>
      ) : (
        <ActionForm action={removeOne} prefix="removal-">
          <FormHidden name="key" value={key} />
          <p>{words('one.removing.about', { key })}</p>
          <Row>
            <SubmitButton variant="danger">{words('one.removing.send')}</SubmitButton>
            <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
          </Row>
        </ActionForm>
      )}
      {worked && <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>}
    </Section>
  )
}

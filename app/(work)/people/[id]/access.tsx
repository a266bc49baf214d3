import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import type { Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { LinkShown } from '../link-shown'
import { inviteOnceMore, open, resetPassword, signOutEverywhere } from './actions'
import { CloseForm } from './close-form'

type Props = { person: Person; owns: number; done: Done; administers: boolean; self: boolean }

/** The forms for links with which a person signs in, and for ending their access. */
export function Access({ person, owns, done, administers, self }: Props) {
  const { id, version, invited, disabled } = person
  return (
    <Section title={t('people.access')} id="access" card>
      <SavedNotice done={done} section="access" />
      {done === 'closed' && disabled && <Notice>{t('people.closing.done', { name: person.name, count: owns })}</Notice>}
      {!disabled && (
        <ActionForm action={invited ? inviteOnceMore : resetPassword} prefix="link-" placesResult>
          <Fields>
            <FormHidden name="id" value={id} />
            <p>{t(invited ? 'people.againAbout' : 'people.resetAbout')}</p>
            <LinkShown>
              <SubmitButton variant="plain">{t(invited ? 'people.again' : 'people.reset')}</SubmitButton>
            </LinkShown>
          </Fields>
        </ActionForm>
      )}
      {administers && !self && (
        <Row>
          {!disabled && (
            <ActionForm action={signOutEverywhere} prefix="out-">
              <FormHidden name="id" value={id} />
              <SubmitButton variant="plain">{t('people.signOutEverywhere')}</SubmitButton>
            </ActionForm>
          )}
          {disabled && !person.erased && (
            <ActionForm key={version} action={open} prefix="account-" version={version}>
              <FormHidden name="id" value={id} />
              <ConfirmSimilar />
              <SubmitButton variant="plain">{t('people.open')}</SubmitButton>
            </ActionForm>
          )}
        </Row>
      )}
      {administers && !self && !disabled && <CloseForm person={person} owns={owns} />}
    </Section>
  )
}

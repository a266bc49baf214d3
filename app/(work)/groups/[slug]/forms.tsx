import { groupAddress } from '@/app/_addresses/group'
import { ActionForm } from '@/app/_ui/action-form'
import { FieldGroup } from '@/app/_ui/field'
import { FormCheck, FormHidden, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Muted } from '@/app/_ui/text'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import type { Group } from '@/lib/organizations/group-queries'
import type { Named } from '@/lib/organizations/queries'
import { t } from '@/lib/platform/i18n'
import { addStates, pasteMembers, pickMembers, rename } from './actions'
import css from './members.module.css'

const Cancel = ({ slug }: { slug: string }) => (
  <SoftLink href={groupAddress(slug, {})}>{t('organizations.cancel')}</SoftLink>
)

/** Adds pasted names. Organizations are found by name, or created. */
export const Paste = ({ slug }: { slug: string }) => (
  <ActionForm action={pasteMembers} prefix="paste-" keep={`members ${slug}`} focus>
    <Fields>
      <FormHidden name="group" value={slug} />
      <FormTextArea name="names" label={t('organizations.names')} hint={t('group.pasteHint')} rows={6} />
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{t('group.pasteSend')}</SubmitButton>
        <Cancel slug={slug} />
      </Row>
    </Fields>
  </ActionForm>
)

/** A choice of existing organizations. */
export function Pick({ slug, outside, most }: { slug: string; outside: Named[]; most: number }) {
  if (outside.length === 0) return <Muted>{t('group.pickNone')}</Muted>
  return (
    <ActionForm action={pickMembers} prefix="pick-" focus>
      <Fields>
        <FormHidden name="group" value={slug} />
        <FieldGroup id="pick-organizations" label={t('group.pickAbout')}>
          <div className={css.boxes}>
            {outside.map((one) => (
              <FormCheck key={one.slug} name="organizations" value={one.slug} label={one.name} />
            ))}
          </div>
        </FieldGroup>
        {outside.length === most && <small>{t('group.pickMore', { count: most })}</small>}
        <Row>
          <SubmitButton>{t('group.pickSend')}</SubmitButton>
          <Cancel slug={slug} />
        </Row>
      </Fields>
    </ActionForm>
  )
}

/** Adds all Member States of the United Nations at once. */
export const States = ({ slug }: { slug: string }) => (
  <ActionForm action={addStates} prefix="states-" focus>
    <Fields>
      <FormHidden name="group" value={slug} />
      <p>{t('group.statesAbout')}</p>
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{t('group.statesSend')}</SubmitButton>
        <Cancel slug={slug} />
      </Row>
    </Fields>
  </ActionForm>
)

export const Rename = ({ group: { slug, name, version } }: { group: Group }) => (
  <ActionForm action={rename} prefix="rename-" version={version} focus>
    <Fields>
      <FormHidden name="slug" value={slug} />
      <FormText name="name" label={t('organizations.groupName')} hint={t('group.renameAbout')} defaultValue={name} />
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{t('group.renameSend')}</SubmitButton>
        <Cancel slug={slug} />
      </Row>
    </Fields>
  </ActionForm>
)

import { ActionForm } from '@/app/_ui/action-form'
import { FieldGroup } from '@/app/_ui/field'
import { FormCheck, FormHidden, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Quiet } from '@/app/_ui/text'
import { ConfirmSimilar } from '@/app/(work)/confirm-similar'
import type { Group } from '@/lib/organizations/group-queries'
import type { Named } from '@/lib/organizations/queries'
import { words } from '@/lib/platform/i18n'
import { addStates, pasteMembers, pickMembers, rename } from './actions'
import { addressOf } from './address'
import css from './members.module.css'

const Cancel = ({ slug }: { slug: string }) => (
  <InPlaceLink href={addressOf(slug, {})}>{words('places.cancel')}</InPlaceLink>
)

/** Names are pasted: found or made. */
export const Paste = ({ slug }: { slug: string }) => (
  <ActionForm action={pasteMembers} prefix="paste-" keep={`members ${slug}`} focus>
    <Fields>
      <FormHidden name="group" value={slug} />
      <FormTextArea name="names" label={words('places.names')} hint={words('group.pasteHint')} rows={6} />
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{words('group.pasteSend')}</SubmitButton>
        <Cancel slug={slug} />
      </Row>
    </Fields>
  </ActionForm>
)

/** Organizations that are there already are ticked. */
export function Pick({ slug, outside, most }: { slug: string; outside: Named[]; most: number }) {
  if (outside.length === 0) return <Quiet>{words('group.pickNone')}</Quiet>
  return (
    <ActionForm action={pickMembers} prefix="pick-" focus>
      <Fields>
        <FormHidden name="group" value={slug} />
        <FieldGroup id="pick-organizations" label={words('group.pickAbout')}>
          <div className={css.boxes}>
            {outside.map((one) => (
              <FormCheck key={one.slug} name="organizations" value={one.slug} label={one.name} />
            ))}
          </div>
        </FieldGroup>
        {outside.length === most && <small>{words('group.pickMore', { count: most })}</small>}
        <Row>
          <SubmitButton>{words('group.pickSend')}</SubmitButton>
          <Cancel slug={slug} />
        </Row>
      </Fields>
    </ActionForm>
  )
}

/** All Member States of the United Nations at once. */
export const States = ({ slug }: { slug: string }) => (
  <ActionForm action={addStates} prefix="states-" focus>
    <Fields>
      <FormHidden name="group" value={slug} />
      <p>{words('group.statesAbout')}</p>
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{words('group.statesSend')}</SubmitButton>
        <Cancel slug={slug} />
      </Row>
    </Fields>
  </ActionForm>
)

export const Rename = ({ group: { slug, name, version } }: { group: Group }) => (
  <ActionForm action={rename} prefix="rename-" version={version} focus>
    <Fields>
      <FormHidden name="slug" value={slug} />
      <FormText name="name" label={words('places.groupName')} hint={words('group.renameAbout')} defaultValue={name} />
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{words('group.renameSend')}</SubmitButton>
        <Cancel slug={slug} />
      </Row>
    </Fields>
  </ActionForm>
)

import { ActionForm } from '@/app/_ui/action-form'
import { FieldGroup } from '@/app/_ui/field'
import { FormCheck, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Stack } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Quiet } from '@/app/_ui/text'
import { type Group, outsideGroup } from '@/lib/organizations/group-queries'
import { memberStates } from '@/lib/organizations/member-states'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { addStates, pasteMembers, pickMembers } from './actions'
import css from './grow.module.css'

const mostToPick = 300

/** The three ways into a group: names that are pasted, organizations that are picked, and all Member States at once. */
export async function Grow({ actor, group }: { actor: Actor; group: Group }) {
  const outside = await outsideGroup(actor, group.slug, mostToPick)
  return (
    <Stack gap="tight">
      <Reveal label={words('group.paste')} variant={group.members === 0 ? 'main' : 'plain'}>
        <Paste slug={group.slug} />
      </Reveal>
      <Reveal label={words('group.pick')}>
        <Pick slug={group.slug} outside={outside} />
      </Reveal>
      {group.members < memberStates.length && (
        <Reveal label={words('group.states')}>
          <States slug={group.slug} />
        </Reveal>
      )}
    </Stack>
  )
}

const Paste = ({ slug }: { slug: string }) => (
  <ActionForm action={pasteMembers} prefix="paste-">
    <Fields>
      <FormHidden name="group" value={slug} />
      <FormTextArea name="names" label={words('places.names')} hint={words('group.pasteHint')} rows={6} />
      <Row>
        <SubmitButton>{words('group.pasteSend')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)

function Pick({ slug, outside }: { slug: string; outside: { slug: string; name: string }[] }) {
  if (outside.length === 0) return <Quiet>{words('group.pickNone')}</Quiet>
  return (
    <ActionForm key={outside.length} action={pickMembers} prefix="pick-">
      <Fields>
        <FormHidden name="group" value={slug} />
        <FieldGroup id="pick-organizations" label={words('group.pickAbout')}>
          <div className={css.boxes}>
            {outside.map((organization) => (
              <FormCheck
                key={organization.slug}
                name="organizations"
                value={organization.slug}
                label={organization.name}
              />
            ))}
          </div>
        </FieldGroup>
        {outside.length === mostToPick && <small>{words('group.pickMore', { count: mostToPick })}</small>}
        <Row>
          <SubmitButton>{words('group.pickSend')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  )
}

const States = ({ slug }: { slug: string }) => (
  <ActionForm action={addStates} prefix="states-">
    <Fields>
      <FormHidden name="group" value={slug} />
      <p>{words('group.statesAbout')}</p>
      <Row>
        <SubmitButton>{words('group.statesSend')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)

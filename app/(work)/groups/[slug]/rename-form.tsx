import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Group } from '@/lib/organizations/group-queries'
import { words } from '@/lib/platform/i18n'
import { rename } from './actions'

export const RenameForm = ({ group: { slug, name, version } }: { group: Group }) => (
  <Reveal key={version} label={words('group.rename')}>
    <ActionForm action={rename} prefix="rename-">
      <Fields>
        <FormHidden name="slug" value={slug} />
        <FormHidden name="version" value={version} />
        <FormText name="name" label={words('places.groupName')} hint={words('group.renameAbout')} defaultValue={name} />
        <Row>
          <SubmitButton>{words('group.renameSend')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Reveal>
)

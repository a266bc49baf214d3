import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { archive, restore } from './actions'

export const ArchiveForm = ({ code }: { code: string }) => (
  <Reveal label={words('document.archive')}>
    <ActionForm action={archive} prefix="archive-">
      <Fields>
        <p>{words('document.archiveAbout')}</p>
        <FormHidden name="code" value={code} />
        <Row>
          <SubmitButton variant="danger">{words('document.archiveSend')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Reveal>
)

export const RestoreForm = ({ code }: { code: string }) => (
  <ActionForm action={restore} prefix="restore-">
    <FormHidden name="code" value={code} />
    <SubmitButton variant="plain">{words('document.restore')}</SubmitButton>
  </ActionForm>
)

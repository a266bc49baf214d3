import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { archive, restore } from './actions'
import { addressOf } from './address'

export const ArchiveForm = ({ code }: { code: string }) => (
  <Section id="archive" title={words('document.archive')} card>
    <ActionForm action={archive} prefix="archive-" focus>
      <Fields>
        <p>{words('document.archiveAbout')}</p>
        <FormHidden name="code" value={code} />
        <Row>
          <SubmitButton variant="danger">{words('document.archiveSend')}</SubmitButton>
          <InPlaceLink href={addressOf(code, {})}>{words('places.cancel')}</InPlaceLink>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)

export const RestoreForm = ({ code }: { code: string }) => (
  <ActionForm action={restore} prefix="restore-">
    <FormHidden name="code" value={code} />
    <SubmitButton variant="plain">{words('document.restore')}</SubmitButton>
  </ActionForm>
)

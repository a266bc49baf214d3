import { documentAddress } from '@/app/_addresses/document'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { archive, restore } from './actions'

export const ArchiveForm = ({ code }: { code: string }) => (
  <Section id="archive" title={t('document.archive')} card>
    <ActionForm action={archive} prefix="archive-" focus>
      <Fields>
        <p>{t('document.archiveAbout')}</p>
        <FormHidden name="code" value={code} />
        <Row>
          <SubmitButton variant="danger">{t('document.archiveSend')}</SubmitButton>
          <SoftLink href={documentAddress(code, {})}>{t('organizations.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)

export const RestoreForm = ({ code }: { code: string }) => (
  <ActionForm action={restore} prefix="restore-">
    <FormHidden name="code" value={code} />
    <SubmitButton variant="plain">{t('document.restore')}</SubmitButton>
  </ActionForm>
)

import { edits, organizationAddress } from '@/app/_addresses/organization'
import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { NameList } from '@/app/_ui/name-list'
import { SoftLink, SoftLinkButton } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import type { Organization } from '@/lib/organizations/queries'
import { organizationsToChoose } from '@/lib/organizations/queries'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { archive, merge, rename } from './actions'

/** Buttons for changing an organization. Each opens its form. */
export const EditButtons = ({ slug }: { slug: string }) =>
  edits.map((edit) => (
    <SoftLinkButton key={edit} href={organizationAddress(slug, { edit }, 'keep')}>
      {t(`organization.${edit}`)}
    </SoftLinkButton>
  ))

const forms = { rename: Rename, merge: Merge, archive: Archive }

type Props = { actor: SignedIn; organization: Organization; edit: keyof typeof forms }

/** The form that is open. */
export function EditForms({ actor, organization, edit }: Props) {
  const Form = forms[edit]
  return (
    <Section id="keep" title={t(`organization.${edit}`)} card>
      <Form {...organization} actor={actor} />
    </Section>
  )
}

function Rename({ slug, name, version }: Organization) {
  return (
    <ActionForm action={rename} prefix="rename-" version={version} focus>
      <Fields>
        <FormHidden name="slug" value={slug} />
        <FormText name="name" label={t('organization.name')} hint={t('organization.renameAbout')} defaultValue={name} />
        <ConfirmSimilar />
        <Row>
          <SubmitButton>{t('organization.renameSend')}</SubmitButton>
          <Cancel slug={slug} />
        </Row>
      </Fields>
    </ActionForm>
  )
}

async function Merge({ slug, name, actor }: Organization & { actor: SignedIn }) {
  const others = await organizationsToChoose(actor)
  return (
    <ActionForm action={merge} prefix="merge-" buttonsOnly focus>
      <Fields>
        <p>{t('organization.mergeAbout', { name })}</p>
        <p>{t('organization.mergeTerms')}</p>
        <FormHidden name="slug" value={slug} />
        <FormText name="into" label={t('organization.into')} list="merge-organizations" autoComplete="off" />
        <NameList id="merge-organizations" names={others.filter((other) => other.slug !== slug)} />
        <Confirm label={t('organization.mergeAsk')} about={t('organization.mergeFinal', { name })}>
          <SubmitButton variant="danger">{t('organization.mergeSend')}</SubmitButton>
        </Confirm>
        <Cancel slug={slug} />
      </Fields>
    </ActionForm>
  )
}

function Archive({ slug }: Organization) {
  return (
    <ActionForm action={archive} prefix="archive-" focus>
      <Fields>
        <p>{t('organization.archiveAbout')}</p>
        <FormHidden name="slug" value={slug} />
        <Row>
          <SubmitButton variant="danger">{t('organization.archive')}</SubmitButton>
          <Cancel slug={slug} />
        </Row>
      </Fields>
    </ActionForm>
  )
}

const Cancel = ({ slug }: { slug: string }) => (
  <SoftLink href={organizationAddress(slug, {}, 'main')}>{t('organizations.cancel')}</SoftLink>
)

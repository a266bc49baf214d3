import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceButton, InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/confirm-similar'
import type { Organization } from '@/lib/organizations/queries'
import { organizationsToChoose } from '@/lib/people/organizations'
import { words } from '@/lib/platform/i18n'
import { archive, merge, rename } from './actions'
import { addressOf, edits } from './address'

/** What who keeps the record can do with it: each opens its form. */
export const KeepButtons = ({ slug }: { slug: string }) =>
  edits.map((edit) => (
    <InPlaceButton key={edit} href={addressOf(slug, { edit }, 'keep')}>
      {words(`organization.${edit}`)}
    </InPlaceButton>
  ))

const forms = { rename: Rename, merge: Merge, archive: Archive }

/** The form that is open. */
export function Keep({ organization, edit }: { organization: Organization; edit: keyof typeof forms }) {
  const Form = forms[edit]
  return (
    <Section id="keep" title={words(`organization.${edit}`)} card>
      <Form {...organization} />
    </Section>
  )
}

function Rename({ slug, name, version }: Organization) {
  return (
    <ActionForm action={rename} prefix="rename-" version={version} focus>
      <Fields>
        <FormHidden name="slug" value={slug} />
        <FormText
          name="name"
          label={words('organization.name')}
          hint={words('organization.renameAbout')}
          defaultValue={name}
        />
        <ConfirmSimilar />
        <Row>
          <SubmitButton>{words('organization.renameSend')}</SubmitButton>
          <Cancel slug={slug} />
        </Row>
      </Fields>
    </ActionForm>
  )
}

async function Merge({ slug, name }: Organization) {
  const others = await organizationsToChoose()
  return (
    <ActionForm action={merge} prefix="merge-" buttonsOnly focus>
      <Fields>
        <p>{words('organization.mergeAbout', { name })}</p>
        <FormHidden name="slug" value={slug} />
        <FormText name="into" label={words('organization.into')} list="merge-organizations" autoComplete="off" />
        <datalist id="merge-organizations">
          {others
            .filter((other) => other.slug !== slug)
            .map((other) => (
              <option key={other.slug} value={other.name} />
            ))}
        </datalist>
        <Confirm label={words('organization.mergeAsk')} about={words('organization.mergeFinal', { name })}>
          <SubmitButton variant="danger">{words('organization.mergeSend')}</SubmitButton>
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
        <p>{words('organization.archiveAbout')}</p>
        <FormHidden name="slug" value={slug} />
        <Row>
          <SubmitButton variant="danger">{words('organization.archive')}</SubmitButton>
          <Cancel slug={slug} />
        </Row>
      </Fields>
    </ActionForm>
  )
}

const Cancel = ({ slug }: { slug: string }) => (
  <InPlaceLink href={addressOf(slug, {}, 'main')}>{words('places.cancel')}</InPlaceLink>
)

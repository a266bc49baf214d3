import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Organization } from '@/lib/organizations/queries'
import { organizationsToChoose } from '@/lib/people/organizations'
import { words } from '@/lib/platform/i18n'
import { archive, merge, rename } from './actions'

/** What who keeps the record can do with it. */
export const Keep = ({ organization }: { organization: Organization }) => (
  <Section title={words('organization.keep')} id="keep">
    <Stack key={organization.version}>
      <Reveal label={words('organization.rename')}>
        <Rename {...organization} />
      </Reveal>
      <Reveal label={words('organization.merge')}>
        <Merge {...organization} />
      </Reveal>
      <Reveal label={words('organization.archive')}>
        <Archive {...organization} />
      </Reveal>
    </Stack>
  </Section>
)

const Rename = ({ slug, name, version }: Organization) => (
  <ActionForm action={rename} prefix="rename-">
    <Fields>
      <FormHidden name="slug" value={slug} />
      <FormHidden name="version" value={version} />
      <FormText
        name="name"
        label={words('organization.name')}
        hint={words('organization.renameAbout')}
        defaultValue={name}
      />
      <Row>
        <SubmitButton>{words('organization.renameSend')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)

async function Merge({ slug, name }: Organization) {
  const others = await organizationsToChoose()
  return (
    <ActionForm action={merge} prefix="merge-">
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
        <Row>
          <SubmitButton variant="danger">{words('organization.mergeSend')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  )
}

const Archive = ({ slug }: Organization) => (
  <ActionForm action={archive} prefix="archive-">
    <Fields>
      <p>{words('organization.archiveAbout')}</p>
      <FormHidden name="slug" value={slug} />
      <Row>
        <SubmitButton variant="danger">{words('organization.archive')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)

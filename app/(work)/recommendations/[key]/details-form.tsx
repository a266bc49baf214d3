import { ActionForm } from '@/app/_ui/action-form'
import { FieldGroup } from '@/app/_ui/field'
import { FormCheck, FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { NameList } from '@/app/_ui/name-list'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Assignees } from '@/lib/assignments/assignees'
import type { Addressee } from '@/lib/domain/answer-shapes'
import { t } from '@/lib/platform/i18n'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { Kind } from '@/prisma/generated/enums'
import { saveDetails } from './details-action'

type Props = { whole: RecommendationView; candidates: Assignees | undefined; back: string }

/** Corrects what was recorded about the quote: title, kind, themes, addressees. */
export function DetailsForm({ whole, candidates, back }: Props) {
  const { key, title, kind, themes, addressees, namesNobody, version } = whole
  return (
    <Section id="reading" title={t('recommendation.details.title')} card>
      <p>{t('recommendation.details.about')}</p>
      <ActionForm
        action={saveDetails}
        prefix="reading-"
        version={version}
        otherChanges={t('recommendation.changedSince')}
        keep={`reading ${key}`}
        focus
      >
        <FormHidden name="key" value={key} />
        <Fields>
          <FormText name="title" label={t('recommendation.details.field')} defaultValue={title} />
          <FormSelect
            name="kind"
            label={t('recommendation.details.kind')}
            defaultValue={kind}
            options={Object.values(Kind).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <ThemeFields themes={themes} />
          <AddresseeFields addressees={addressees} />
          <FormCheck
            id="reading-namesNobody"
            name="namesNobody"
            label={t('recommendation.details.namesNobody')}
            defaultChecked={namesNobody}
          />
          <Row>
            <SubmitButton>{t('recommendation.assignments.save')}</SubmitButton>
            <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
          </Row>
        </Fields>
      </ActionForm>
      <NameList
        id="reading-parties"
        names={[...(candidates?.organizations ?? []), ...(candidates?.groups ?? [])].map(({ name }) => ({ name }))}
      />
    </Section>
  )
}

const blankLines = 2

/** Fields for the themes, one each, so that a theme can contain any character. */
const ThemeFields = ({ themes }: { themes: string[] }) => (
  <FieldGroup
    id="reading-themes"
    label={t('recommendation.details.themes')}
    hint={t('recommendation.details.themesHint')}
  >
    <Stack gap="tight">
      {[...themes, ...Array<string>(blankLines).fill('')].map((theme, place) => (
        <FormText
          key={place}
          name={`themes.${place}`}
          label={t('recommendation.details.theme', { number: place + 1 })}
          defaultValue={theme}
          autoComplete="off"
        />
      ))}
    </Stack>
  </FieldGroup>
)

function AddresseeFields({ addressees }: { addressees: Addressee[] }) {
  const lines: (Addressee | undefined)[] = [...addressees, ...Array.from({ length: blankLines }, () => undefined)]
  return (
    <FieldGroup
      id="reading-addressees"
      label={t('recommendation.details.addressees')}
      hint={t('recommendation.details.addresseesHint')}
    >
      <Stack gap="tight">
        {lines.map((addressee, place) => (
          <FieldRow key={place}>
            <FormText
              name={`addressees.${place}.words`}
              label={t('recommendation.details.words')}
              defaultValue={addressee?.words}
            />
            <FormText
              name={`addressees.${place}.party`}
              label={t('recommendation.details.party')}
              list="reading-parties"
              defaultValue={addressee?.organization?.name ?? addressee?.group?.name}
            />
          </FieldRow>
        ))}
      </Stack>
    </FieldGroup>
  )
}

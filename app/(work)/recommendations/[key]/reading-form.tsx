import { ActionForm } from '@/app/_ui/action-form'
import { FieldGroup } from '@/app/_ui/field'
import { FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Candidates } from '@/lib/assignments/candidates'
import { words } from '@/lib/platform/i18n'
import type { Addressee } from '@/lib/recommendations/shapes'
import type { Whole } from '@/lib/recommendations/whole'
import { Kind } from '@/prisma/generated/enums'
import { saveReading } from './reading-action'

type Props = { whole: Whole; candidates: Candidates | undefined; back: string }

/** Corrects what we read into the quote: title, kind, themes, addressees. */
export function ReadingForm({ whole, candidates, back }: Props) {
  const { key, title, kind, themes, addressees, version } = whole
  return (
    <Section id="reading" title={words('one.reading.title')} card>
      <p>{words('one.reading.about')}</p>
      <ActionForm
        action={saveReading}
        prefix="reading-"
        version={version}
        meanwhile={words('one.meanwhile')}
        keep={`reading ${key}`}
        focus
      >
        <FormHidden name="key" value={key} />
        <Fields>
          <FormText name="title" label={words('one.reading.field')} defaultValue={title} />
          <FormSelect
            name="kind"
            label={words('one.reading.kind')}
            defaultValue={kind}
            options={Object.values(Kind).map((value) => ({ value, label: words(`kind.${value}`) }))}
          />
          <ThemeFields themes={themes} />
          <AddresseeFields addressees={addressees} />
          <Row>
            <SubmitButton>{words('one.assignments.save')}</SubmitButton>
            <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
          </Row>
        </Fields>
      </ActionForm>
      <datalist id="reading-parties">
        {[...(candidates?.organizations ?? []), ...(candidates?.groups ?? [])].map(({ slug, name }) => (
          <option key={slug} value={name} />
        ))}
      </datalist>
    </Section>
  )
}

const blankLines = 2

/** One theme a field, so that whatever stands in its name stays in it. */
const ThemeFields = ({ themes }: { themes: string[] }) => (
  <FieldGroup id="reading-themes" label={words('one.reading.themes')} hint={words('one.reading.themesHint')}>
    <Stack gap="tight">
      {[...themes, ...Array<string>(blankLines).fill('')].map((theme, place) => (
        <FormText
          key={place}
          name={`themes.${place}`}
          label={words('one.reading.theme', { number: place + 1 })}
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
      label={words('one.reading.addressees')}
      hint={words('one.reading.addresseesHint')}
    >
      <Stack gap="tight">
        {lines.map((addressee, place) => (
          <FieldRow key={place}>
            <FormText
              name={`addressees.${place}.words`}
              label={words('one.reading.words')}
              defaultValue={addressee?.words}
            />
            <FormText
              name={`addressees.${place}.party`}
              label={words('one.reading.party')}
              list="reading-parties"
              defaultValue={addressee?.organization?.name ?? addressee?.group?.name}
            />
          </FieldRow>
        ))}
      </Stack>
    </FieldGroup>
  )
}

import { InlineFields } from '@/app/_ui/form-layout'
import { TextField } from '@/app/_ui/inputs'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'

/** Finds people by part of their name, email or organization. The URL of the page contains the search. */
export const PeopleSearch = ({ q }: { q: string }) => (
  <search>
    <form action="/people">
      <InlineFields>
        <TextField name="q" id="people-q" label={t('people.find')} type="search" defaultValue={q} />
        <SubmitButton variant="plain">{t('people.findSend')}</SubmitButton>
      </InlineFields>
    </form>
  </search>
)

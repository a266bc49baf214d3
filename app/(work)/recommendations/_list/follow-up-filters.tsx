import { FieldGroup } from '@/app/_ui/field'
import { Check } from '@/app/_ui/inputs'
import { config } from '@/lib/platform/config'
import { t } from '@/lib/platform/i18n'
import { type Shown, verifications } from '@/lib/register/filters'
import { Position } from '@/prisma/generated/enums'

type Props = { shown: Shown }

/** Returns true if one of these filters is in use, or else undefined. */
export const filtersFollowUp = ({ position, verification, original, silent, followed }: Shown) =>
  position.length > 0 || verification.length > 0 || original || silent || followed ? true : undefined

/** The filters for positions, for reviews, for original due dates that have passed, and for assignments without recent reports. */
export const FollowUpFilters = ({ shown }: Props) => (
  <>
    <FieldGroup id="position" label={t('list.filter.position')}>
      {Object.values(Position).map((position) => (
        <Check
          key={position}
          name="position"
          value={position}
          label={t(`position.${position}`)}
          defaultChecked={shown.position.includes(position)}
        />
      ))}
    </FieldGroup>
    <FieldGroup id="verification" label={t('list.filter.verification')}>
      {verifications.map((state) => (
        <Check
          key={state}
          name="verification"
          value={state}
          label={t(`list.verifications.${state}`)}
          defaultChecked={shown.verification.includes(state)}
        />
      ))}
    </FieldGroup>
    <FieldGroup id="follow-up" label={t('list.filter.followUp')}>
      <Check
        name="original"
        value="past"
        label={t('list.filter.original')}
        defaultChecked={shown.original !== undefined}
      />
      <Check
        name="silent"
        value="yes"
        label={t('list.filter.silent', { days: config.SILENT_AFTER })}
        defaultChecked={shown.silent !== undefined}
      />
      <Check
        name="followed"
        value="yes"
        label={t('list.filter.followed')}
        defaultChecked={shown.followed !== undefined}
      />
    </FieldGroup>
  </>
)

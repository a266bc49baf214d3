import { Disclosure } from '@/app/_ui/disclosure'
import { Fact, Facts } from '@/app/_ui/facts'
import { t } from '@/lib/platform/i18n'
import type { Role } from '@/prisma/generated/enums'

/** Returns the roles as options. */
export const roleChoices = (roles: readonly Role[]) => roles.map((value) => ({ value, label: t(`role.${value}`) }))

/** Explains what each role may do. */
export const RolesExplained = ({ roles }: { roles: readonly Role[] }) => (
  <Disclosure summary={t('people.roles.title')}>
    <Facts>
      {roleChoices(roles).map(({ value, label }) => (
        <Fact key={value} term={label}>
          {t(`people.roles.${value}`)}
        </Fact>
      ))}
    </Facts>
  </Disclosure>
)

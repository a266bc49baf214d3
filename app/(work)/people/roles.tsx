import { Disclosure } from '@/app/_ui/disclosure'
import { Fact, Facts } from '@/app/_ui/facts'
import { words } from '@/lib/platform/i18n'
import type { Role } from '@/prisma/generated/enums'

/** Roles to choose from. */
export const roleChoices = (roles: readonly Role[]) => roles.map((value) => ({ value, label: words(`role.${value}`) }))

/** What each role may do. */
export const RolesExplained = ({ roles }: { roles: readonly Role[] }) => (
  <Disclosure summary={words('people.roles.title')}>
    <Facts>
      {roleChoices(roles).map(({ value, label }) => (
        <Fact key={value} term={label}>
          {words(`people.roles.${value}`)}
        </Fact>
      ))}
    </Facts>
  </Disclosure>
)

import { Disclosure } from '@/app/_ui/disclosure'
import { Fact, Facts } from '@/app/_ui/facts'
import { words } from '@/lib/platform/i18n'
import type { Role } from '@/prisma/generated/enums'

/** Roles to choose from. A reviewer can do nothing yet that a focal point can't, so it is offered to nobody new. */
export const rolesOffered = (roles: readonly Role[], present?: Role) =>
  roles
    .filter((role) => role !== 'reviewer' || role === present)
    .map((value) => ({ value, label: words(`role.${value}`) }))

/** What each role may do. */
export const RolesExplained = ({ roles }: { roles: readonly Role[] }) => (
  <Disclosure summary={words('people.roles.title')}>
    <Facts>
      {rolesOffered(roles).map(({ value, label }) => (
        <Fact key={value} term={label}>
          {words(`people.roles.${value}`)}
        </Fact>
      ))}
    </Facts>
  </Disclosure>
)

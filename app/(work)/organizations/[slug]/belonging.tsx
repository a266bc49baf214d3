import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import type { Organization } from '@/lib/organizations/queries'
import { words } from '@/lib/platform/i18n'

/** Its people, and the groups that it is in. */
export const Belonging = ({ organization: { people, groups } }: { organization: Organization }) => (
  <Stack gap="loose">
    <Section title={words('organization.people')} id="people">
      {people.length === 0 ? (
        <Quiet>{words('organization.nobody')}</Quiet>
      ) : (
        <Rows label={words('organization.people')}>
          {people.map(({ id, name, role, kind }) => (
            <li key={id}>
              <a href={`/people/${id}`}>{name}</a>
              <small>{role === 'focal_point' ? words(`organization.membership.${kind}`) : words(`role.${role}`)}</small>
            </li>
          ))}
        </Rows>
      )}
    </Section>
    <Section title={words('organization.groups')} id="groups">
      {groups.length === 0 ? (
        <Quiet>{words('organization.noGroups')}</Quiet>
      ) : (
        <Rows label={words('organization.groups')}>
          {groups.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/groups/${slug}`}>{name}</a>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  </Stack>
)

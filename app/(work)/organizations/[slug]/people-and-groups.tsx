import { groupAddress } from '@/app/_addresses/group'
import { personAddress } from '@/app/_addresses/person'
import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import type { Organization } from '@/lib/organizations/queries'
import type { Member } from '@/lib/people/organization-members'
import { t } from '@/lib/platform/i18n'

/** The people of an organization, and its groups. */
export const PeopleAndGroups = ({ people, groups }: { people: Member[]; groups: Organization['groups'] }) => (
  <Stack gap="loose">
    <Section title={t('organization.people')} id="people">
      {people.length === 0 ? (
        <Muted>{t('organization.nobody')}</Muted>
      ) : (
        <Rows label={t('organization.people')}>
          {people.map(({ id, name, role, kind }) => (
            <li key={id}>
              <a href={personAddress(id)}>{name}</a>
              <small>{role === 'focal_point' ? t(`organization.membership.${kind}`) : t(`role.${role}`)}</small>
            </li>
          ))}
        </Rows>
      )}
    </Section>
    <Section title={t('organization.groups')} id="groups">
      {groups.length === 0 ? (
        <Muted>{t('organization.noGroups')}</Muted>
      ) : (
        <Rows label={t('organization.groups')}>
          {groups.map(({ slug, name }) => (
            <li key={slug}>
              <a href={groupAddress(slug)}>{name}</a>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  </Stack>
)

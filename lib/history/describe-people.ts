import { dateInWords, t } from '@/lib/platform/i18n'
import {
  type Bodies,
  type Describers,
  erasure,
  list,
  named,
  type Pair,
  pair,
  plain,
  type Scene,
  similar,
} from './description'

const organizationsIn = (scene: Scene, { organizationIds }: { organizationIds: string[] }) =>
  list(organizationIds.map((id) => named(scene, id)))

type Memberships = Bodies['user.organizations_changed']['after']

/** Returns the organizations before and after: those as main focal point apart from those as alternate, where both are known. */
function memberships(scene: Scene, before: Memberships, after: Memberships): Pair[] {
  const [was, is] = [before.alternateIds, after.alternateIds]
  const all = pair('organizations', organizationsIn(scene, before), organizationsIn(scene, after))
  if (!was || !is) return [all]
  const main = ({ organizationIds, alternateIds = [] }: Memberships) => ({
    organizationIds: organizationIds.filter((id) => !alternateIds.includes(id)),
  })
  const alternate = { before: { organizationIds: was }, after: { organizationIds: is } }
  return [
    pair('mainFor', organizationsIn(scene, main(before)), organizationsIn(scene, main(after))),
    pair('alternateFor', organizationsIn(scene, alternate.before), organizationsIn(scene, alternate.after)),
  ].filter((one) => one.before !== one.after)
}

export const describePeople: Describers<'user' | 'token'> = {
  'user.added': ({ after }, scene) => ({
    sentence: t('history.event.user.added', {
      actor: scene.actor,
      name: scene.name,
      role: t(`role.${after.role}`),
    }),
    pairs: [
      pair('userRole', undefined, t(`role.${after.role}`)),
      pair('organizations', undefined, organizationsIn(scene, after)),
      ...similar(scene, after),
    ],
  }),
  'user.renamed': (body, scene) => {
    const { renamed } = scene
    const confirmed = similar(scene, body.after)
    return renamed
      ? {
          sentence: t('history.event.user.renamed_from', renamed),
          pairs: [pair('name', renamed.from, renamed.to), ...confirmed],
        }
      : { ...plain('user.renamed')(body, scene), pairs: confirmed }
  },
  'user.email_changed': plain('user.email_changed'),
  'user.role_changed': ({ before, after }, { actor, name }) => ({
    sentence: t('history.event.user.role_changed', { actor, name }),
    pairs: [pair('userRole', t(`role.${before.role}`), t(`role.${after.role}`))],
  }),
  'user.organizations_changed': ({ before, after }, scene) => ({
    sentence: t('history.event.user.organizations_changed', { actor: scene.actor, name: scene.name }),
    pairs: memberships(scene, before, after),
  }),
  'user.disabled': plain('user.disabled'),
  'user.enabled': (body, scene) => ({
    ...plain('user.enabled')(body, scene),
    pairs: similar(scene, body.after),
  }),
  'user.erased': erasure('user.erased'),
  'user.password_changed': plain('user.password_changed'),
  'user.identity_linked': ({ after }, { actor, name }) => ({
    sentence: t('history.event.user.identity_linked', { actor, name, issuer: after.issuer }),
    pairs: [],
  }),
  'user.signed_out': ({ after }, { actor, name }) => ({
    sentence: t('history.event.user.signed_out', { actor, name, count: after.sessions }),
    pairs: [],
  }),
  'user.link_made': ({ after }, { actor, name }) => ({
    sentence: t('history.event.user.link_made', { actor, name, link: t(`history.link.${after.kind}`) }),
    pairs: [],
  }),

  'token.made': ({ after }, scene) => ({
    sentence: t('history.event.token.made', { actor: scene.actor, name: named(scene, after.userId) }),
    pairs: [
      ...(after.scope ? [pair('scope', undefined, t(`settings.tokens.scopesShort.${after.scope}`))] : []),
      pair('expires', undefined, dateInWords(after.expiresAt.slice(0, 10))),
    ],
  }),
  'token.revoked': ({ after }, scene) => ({
    sentence: t('history.event.token.revoked', { actor: scene.actor, name: named(scene, after.userId) }),
    pairs: [],
  }),
}

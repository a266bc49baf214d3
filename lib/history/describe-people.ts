import { dateInWords, t } from '@/lib/platform/i18n'
import { type Describers, list, named, pair, plain, type Scene, similar } from './description'

const organizationsIn = (scene: Scene, { organizationIds }: { organizationIds: string[] }) =>
  list(organizationIds.map((id) => named(scene, id)))

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
    pairs: [pair('organizations', organizationsIn(scene, before), organizationsIn(scene, after))],
  }),
  'user.disabled': plain('user.disabled'),
  'user.enabled': (body, scene) => ({
    ...plain('user.enabled')(body, scene),
    pairs: similar(scene, body.after),
  }),
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

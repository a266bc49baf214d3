import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { config } from '@/lib/platform/config'
import { t } from '@/lib/platform/i18n'
import { isKeepable } from '@/lib/platform/text'

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config

/** The claims of the provider about a person that we use. */
const Profile = z.object({
  iss: z.string().min(1).refine(isKeepable),
  sub: z.string().min(1).max(255).refine(isKeepable),
  email: z.string().refine(isKeepable).optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
})

export type Profile = z.infer<typeof Profile>

/** The OpenID Connect provider for signing in, if one is configured. */
export const provider =
  OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
    ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
    : null

/** Returns the name of the provider, as its users know it. */
export const providerName = () => OIDC_NAME ?? t('signIn.provider')

export function openId({ issuer, clientId, clientSecret }: NonNullable<typeof provider>): OAuthConfig<unknown> {
  return {
    id: 'oidc',
    name: 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email' } },
    httpOptions: { timeout: 10_000 },
    profile: (claims) => ({ id: Profile.parse(claims).sub }),
  }
}

export const profileOf = (claims: unknown) => Profile.parse(claims)

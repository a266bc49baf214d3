type Policy = {
  /** The path of the page, without its query. */
  path: string
  nonce: string
  /** Whether people use HTTPS. */
  secure: boolean
  /** The origin of the OpenID provider, if there is one. */
  provider: string | null
  /** Whether Next runs in development mode, where it evaluates code and reloads pages through a socket. */
  developing: boolean
}

/** Pages with forms that can lead to the OpenID provider. */
const leadToProvider = /^\/(sign-in|invite)(\/|$)/

/** The paths of files that people sent. */
const uploaded = /^\/(logo\/[0-9a-f]{64}|(api\/v1\/)?evidence\/[^/]+\/file)$/

/** Responses that can be cached: files whose names change with their content, and the icon. */
const lasting = /^\/(_next\/static\/|icon\.|favicon\.ico$|apple-icon\.|logo\/[0-9a-f]{64}$)/

/** Returns the security headers of a response. Next adds the nonce to its own scripts. */
export function strictHeaders(policy: Policy): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(policy),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(policy.secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    ...(!lasting.test(policy.path) && {
      'cache-control': uploaded.test(policy.path) ? 'private, no-store' : 'no-store',
    }),
  }
}

function contentSecurityPolicy({ path, nonce, provider, developing }: Policy) {
  // Opened as a page, an uploaded file may do nothing, whatever it contains.
  if (uploaded.test(path)) return "default-src 'none'; frame-ancestors 'none'; sandbox"

  const evaluated = developing ? " 'unsafe-eval'" : ''
  const formsTo = provider && leadToProvider.test(path) ? ` ${provider}` : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluated}`,
    // An attribute may set a custom property, such as the length of a bar. A style sheet must be ours.
    `style-src-elem 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${formsTo}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

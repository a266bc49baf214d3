/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-en',
    'pg',
    'pino',
  ],
  // Every page has its title in its head, for everybody: otherwise Next sends it after the page.
  htmlLimitedBots: /.*/,
  // `npm test` checks types, of everything: a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // As much as lib/server/refuse-request.ts lets through.
    serverActions: { bodySizeLimit: '4mb' },
  },
}

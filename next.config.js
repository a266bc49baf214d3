/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: {
    // As much as lib/cli/body-limit.ts lets through.
    serverActions: { bodySizeLimit: '4mb' },
  },
}

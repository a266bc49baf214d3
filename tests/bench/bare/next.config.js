import { resolve } from 'node:path'

/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: ['pg'],
  // The packages and the queries are those of the project.
  turbopack: { root: resolve(import.meta.dirname, '../../..') },
  typescript: { ignoreBuildErrors: true },
}

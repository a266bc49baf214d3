import type { TestProject } from 'vitest/node'
import { binaries } from '@/lib/cli/postgres/binaries'
import { serveTests } from './server'

export default async (project: TestProject) => serveTests(project, await binaries(), false)

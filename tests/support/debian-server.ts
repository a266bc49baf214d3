import type { TestProject } from 'vitest/node'
import { debian } from './programs'
import { serveTests } from './server'

export default (project: TestProject) => serveTests(project, debian, true)

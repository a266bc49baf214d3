import { vi } from 'vitest'

// Files share a process, since its start takes longer than most of them. Each loads our code afresh, and finds nothing
// of what the file before it has put in place of the environment.
vi.resetModules()
vi.unstubAllEnvs()
vi.unstubAllGlobals()
vi.useRealTimers()

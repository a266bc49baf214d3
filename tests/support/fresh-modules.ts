import { vi } from 'vitest'

// Files share a process, because starting one takes longer than most files. Each loads our code again, and does not see
// what an earlier file did to the environment.
vi.resetModules()
vi.unstubAllEnvs()
vi.unstubAllGlobals()
vi.useRealTimers()

import { beforeAll } from 'vitest'
import { writeSomeOfEverything } from './verify-history/written'
import './verify-history/chain'
import './verify-history/rows'
// The last: what is erased stays erased.
import './verify-history/erased'

beforeAll(writeSomeOfEverything)

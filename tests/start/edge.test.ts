import { afterAll } from 'vitest'
import { instance } from './edge/instance'
import './edge/requests'
import './edge/documents'
import './edge/forms'
// The last: they reach the limit of requests, and read the log of all.
import './edge/failures'

afterAll(() => instance.close())

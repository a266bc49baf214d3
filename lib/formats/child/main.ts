import { answer } from './answer'

answer(process.argv[2] ?? '')

import { expect, test } from 'vitest'
import { refuseUnfit } from '@/lib/cli/check-server'

const fit = {
  version: 150_018,
  readOnly: false,
  encoding: 'UTF8',
  ctype: 'en_US.utf8',
  may: true,
  missing: [],
  icu: true,
}

test('PostgreSQL 15 with UTF-8 and the extensions will do', () => {
  expect(() => refuseUnfit(fit)).not.toThrow()
})

test.each([
  [{ version: 140_011 }, 'is PostgreSQL 14: Followthrough needs 15 or newer'],
  [{ readOnly: true }, 'can only be read'],
  [{ encoding: 'LATIN1' }, 'encoding LATIN1'],
  [{ ctype: 'C' }, 'lc_ctype C'],
  [{ missing: ['citext', 'pg_trgm'] }, 'lacks citext and pg_trgm'],
  [{ icu: false }, 'without ICU'],
  [{ may: false }, 'may not make tables'],
])('%o is refused: %s', (lack, sentence) => {
  expect(() => refuseUnfit({ ...fit, ...lack })).toThrow(sentence)
})

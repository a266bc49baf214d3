import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const oids = { char: 18, text: 25 }

/**
 * Returns what Prisma would change in a database to make it match the files in `prisma/schema`. `exitCode` is 0 for nothing and 2
 * for a change. The engine is WebAssembly in the prisma package; the code that loads it is in another package.
 */
export async function drift(url: string) {
  await engineLoaded
  const paths = readdirSync('prisma/schema').map((file) => resolve('prisma/schema', file))
  const files = paths.map((path) => ({ path, content: readFileSync(path, 'utf8') }))
  const pool = new pg.Pool({ connectionString: url })
  const adapters = bindMigrationAwareSqlAdapterFactory(readingChars(pool))
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, adapters)
  const question = {
    from: { tag: 'schemaDatasource' as const, files, configDir: resolve('.') },
    to: { tag: 'schemaDatamodel' as const, files },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null, // The engine asks for it, its types don't know it yet.
    filters: { externalTables: [], externalEnums: [] },
  }
  try {
    return await engine.diff(question)
  } finally {
    engine.free()
    await pool.end()
  }
}

const engineLoaded = loadEngine()

async function loadEngine() {
  const prisma = dirname(createRequire(import.meta.url).resolve('prisma/package.json'))
  const bytes = readFileSync(join(prisma, 'build/schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } })
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message() {} } })
  glue.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') start()
}

/** Returns an adapter that can read the catalogue's type "char", which PostgreSQL uses for the kind of a constraint. */
function readingChars(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const chars = new Set<string>()
  const query = pool.query.bind(pool)
  Object.assign(pool, {
    async query(config: pg.QueryConfig) {
      const answer = await query(config)
      for (const field of answer.fields.filter(({ dataTypeID }) => dataTypeID === oids.char)) {
        chars.add(field.name)
        field.dataTypeID = oids.text
      }
      return answer
    },
  })

  const adapters = new PrismaPg(pool, { schema: 'public' })
  async function connect() {
    const adapter = await adapters.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    return Object.assign(adapter, {
      async queryRaw(query: SqlQuery) {
        chars.clear()
        const result = await queryRaw(query)
        for (const [index, name] of result.columnNames.entries()) {
          if (chars.has(name)) result.columnTypes[index] = ColumnTypeEnum.Character
        }
        return result
      },
    })
  }
  const { provider, adapterName } = adapters
  return { provider, adapterName, connect, connectToShadowDb: connect }
}

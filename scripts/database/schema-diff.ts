import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm';
import { Pool } from 'pg';
import { inProject } from '../tools/project.mjs';
import { filesBelow } from '../tools/sources.mjs';

const PG_CHAR = 18;
const PG_TIME = 1083;

/**
 * The SQL that leads from a migrated database to the Prisma schema; empty when they agree.
 *
 * CHECKs, triggers, functions, roles and grants are invisible to it. For development and tests only: the engine is
 * Prisma's own, but it is reached by a way that Prisma does not document, hence the exact version in package.json.
 */
export async function schemaDiff(connectionString: string): Promise<string> {
  const pool = new Pool({ connectionString });
  const files = filesBelow(['prisma/schema.prisma', 'prisma/models']).map((path) => ({
    path,
    content: readFileSync(inProject(path), 'utf8'),
  }));
  try {
    const { SchemaEngine } = await loadEngine();
    const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapterFor(pool));
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } finally {
    await pool.end();
  }
}

/** The package expects a bundler to load its WebAssembly; in Node this is done by hand. */
async function loadEngine(): Promise<typeof Engine> {
  const panic = { message: '', set_message: (message: string) => console.error(message) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic });
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const home = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(home.replace('schema_engine.js', 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  const start = instance.exports.__wbindgen_start as () => void;
  (glue as unknown as { __wbg_set_wasm(exports: unknown): void }).__wbg_set_wasm(instance.exports);
  start();
  return glue as unknown as typeof Engine;
}

/**
 * The driver adapter knows no single-byte "char", in which PostgreSQL's catalogue answers. Such a column passes it
 * disguised as a time of day, which the catalogue never answers, and is called a character again behind it.
 */
function adapterFor(pool: Pool): object {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<{ fields?: { dataTypeID: number }[] }>;
  Object.assign(pool, {
    query: async (...args: unknown[]) => {
      const result = await query(...args);
      for (const field of result.fields ?? []) if (field.dataTypeID === PG_CHAR) field.dataTypeID = PG_TIME;
      return result;
    },
  });
  const inner = new PrismaPg(pool);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    adapterName: inner.adapterName,
    provider: inner.provider,
    connectToShadowDb: () => inner.connectToShadowDb(),
    async connect() {
      const adapter = await inner.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (statement) => {
        const result = await queryRaw(statement);
        const columnTypes = result.columnTypes.map((type) =>
          type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
        );
        return { ...result, columnTypes };
      };
      return adapter;
    },
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

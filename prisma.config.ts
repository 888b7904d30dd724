import { defineConfig } from 'prisma/config';

// Only the command line tool reads this; the application and the scripts are handed their connection string.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/portal' },
});

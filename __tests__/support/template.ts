import { migrate } from '../../lib/db/migrate';
import { createDatabase } from '../../scripts/database/databases';
import type { Embedded } from '../../scripts/database/embedded';
import { startTemporary } from '../../scripts/database/temporary';

export const TEMPLATE = 'template_portal';

/** A PostgreSQL from npm on a free port; its template is migrated once. */
export async function startTemplateServer(): Promise<Embedded> {
  const server = await startTemporary();
  await createDatabase(server, TEMPLATE);
  await migrate(server.connectionString(TEMPLATE));
  return server;
}

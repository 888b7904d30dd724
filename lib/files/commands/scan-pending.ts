import 'server-only';
import type { Context } from '@/lib/access/context';
import { setScanState, unscannedFiles } from '../store';
import { noteMalware } from './note-malware';

const AT_ONCE = 10;

/**
 * Has the files looked at that came while no scanner answered. One found bad stays where it is but can neither be
 * opened nor handed in. Answers how many got a verdict; stops at the first that gets none.
 */
export async function scanPending(ctx: Context): Promise<number> {
  let judged = 0;
  for (const file of await unscannedFiles(ctx.db, AT_ONCE)) {
    const bytes = await ctx.ports.files.get(file.keptKey);
    if (!bytes) continue;
    const scan = await ctx.ports.malware.scan(bytes);
    if (scan.kind === 'unavailable') return judged;
    if (!(await setScanState(ctx.db, file.id, scan.kind === 'clean' ? 'CLEAN' : 'INFECTED'))) continue;
    judged += 1;
    if (scan.kind === 'infected') {
      const { originalName: name, purpose, enterpriseId, uploadedBy } = file;
      await noteMalware(ctx, { owner: { enterpriseId, uploadedBy }, name, purpose, malware: scan.name });
    }
  }
  return judged;
}

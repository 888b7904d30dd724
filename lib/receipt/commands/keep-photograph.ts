import 'server-only';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import type { InspectedPhotograph } from '@/lib/ports/photograph-inspector';
import { insertPhotograph } from '../photograph-store';

type Taken = {
  readonly receiptId: string;
  /** The link that it came by; null from the desktop. */
  readonly captureSessionId: string | null;
  readonly picture: InspectedPhotograph;
  readonly verdict: string;
  readonly findings: readonly unknown[];
};

/**
 * Keeps a picture of a receipt: the evidence without metadata, the upright view, the straightened sheet, and what was
 * found. It is not handed in by that. Answers its id once all bytes are safely stored.
 */
export async function keepPhotograph(ctx: Context, taken: Taken): Promise<string> {
  const { receiptId, captureSessionId, picture, verdict, findings } = taken;
  const folder = `photographs/${newId()}`;
  const keys = {
    keptKey: `${folder}/kept.${picture.mediaType === 'image/png' ? 'png' : 'jpg'}`,
    viewKey: `${folder}/view.jpg`,
    flatKey: picture.flat ? `${folder}/flat.jpg` : null,
  };
  const { files } = ctx.ports;
  await files.put(keys.keptKey, picture.kept, picture.mediaType);
  await files.put(keys.viewKey, picture.view, 'image/jpeg');
  if (picture.flat && keys.flatKey) await files.put(keys.flatKey, picture.flat, 'image/jpeg');
  return insertPhotograph(ctx.db, {
    receiptId,
    captureSessionId,
    originalSha256: picture.originalSha256,
    mediaType: picture.mediaType,
    ...keys,
    verdict,
    findings: JSON.parse(JSON.stringify(findings)),
    inspection: JSON.parse(JSON.stringify(picture.inspection)),
    takenAt: ctx.now,
  });
}

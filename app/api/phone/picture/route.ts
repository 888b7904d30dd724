import { phoneView } from '@/lib/capture/queries';
import { photographById } from '@/lib/receipt/photograph-store';
import { phoneRoute } from '@/lib/runtime/phone';
import { problem } from '@/lib/runtime/route';
import { pictureResponse } from '@/lib/runtime/picture-response';

/** The phone's own last photograph, straightened where the sheet was found. */
export const GET = phoneRoute({ changes: false }, async ({ ctx }) => {
  const view = await phoneView(ctx);
  const row = view?.photograph ? await photographById(ctx.db, view.photograph.id) : null;
  const bytes = row ? await ctx.ports.files.get(row.flatKey ?? row.viewKey) : null;
  return bytes ? pictureResponse(bytes, 'image/jpeg') : problem(404, 'not-found');
});

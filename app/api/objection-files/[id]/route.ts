import { z } from 'zod';
import { objectionFile } from '@/lib/objection/file-queries';
import { fileResponse } from '@/lib/runtime/file-response';
import { route } from '@/lib/runtime/route';

/** A paper of an objection or a statement, for those who handle it and for whoever gave the statement. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const as = new URL(request.url).searchParams.get('as') === 'kept' ? 'kept' : 'view';
  return fileResponse(await objectionFile(ctx, params.id, as), request);
});

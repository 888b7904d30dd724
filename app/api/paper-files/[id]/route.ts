import { z } from 'zod';
import { paperFileFor } from '@/lib/enterprise/change-file-queries';
import { fileResponse } from '@/lib/runtime/file-response';
import { route } from '@/lib/runtime/route';

/** A paper of a request or registration, for its enterprise and for the desk that checks it. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const as = new URL(request.url).searchParams.get('as') === 'kept' ? 'kept' : 'view';
  return fileResponse(await paperFileFor(ctx, params.id, as), request);
});

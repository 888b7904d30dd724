import { z } from 'zod';
import { letterFile } from '@/lib/letter/queries';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

/** A letter as issued, for whoever may read its case; `?inline` shows it in the browser's own reader. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const file = await letterFile(ctx, params.id);
  if (!file) return problem(404, 'not-found');
  const download = !new URL(request.url).searchParams.has('inline');
  return pictureResponse(file.bytes, file.mediaType, { name: file.name, download });
});

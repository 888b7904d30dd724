import { z } from 'zod';
import { photographFile } from '@/lib/receipt/queries';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

const forms = z.enum(['view', 'flat', 'kept']).catch('view');

/** A photograph of a receipt; the evidence itself is only ever downloaded, never shown inline. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const search = new URL(request.url).searchParams;
  const as = forms.parse(search.get('as'));
  const file = await photographFile(ctx, params.id, as);
  if (!file) return problem(404, 'not-found');
  return pictureResponse(file.bytes, file.mediaType, {
    name: file.name,
    download: as === 'kept' || search.has('download'),
  });
});

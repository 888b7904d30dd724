import { z } from 'zod';
import { fileForReading } from '@/lib/application/file-queries';
import { fileResponse } from '@/lib/runtime/file-response';
import { route } from '@/lib/runtime/route';

const forms = z.enum(['view', 'kept']).catch('view');

/** An uploaded file for its owner and for the staff of the case. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const search = new URL(request.url).searchParams;
  return fileResponse(await fileForReading(ctx, params.id, forms.parse(search.get('as'))), request);
});

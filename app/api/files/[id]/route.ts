import { z } from 'zod';
import { fileForReading } from '@/lib/application/file-queries';
import type { FileForm } from '@/lib/files/queries';
import { fileResponse } from '@/lib/runtime/file-response';
import { route } from '@/lib/runtime/route';

const forms = z
  .union([
    z.enum(['view', 'kept', 'thumb']),
    z
      .string()
      .regex(/^page-\d{1,3}$/)
      .transform((text): FileForm => ({ page: Number(text.slice('page-'.length)) })),
  ])
  .catch('view');

/** An uploaded file for its owner and for the staff of the case. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const search = new URL(request.url).searchParams;
  return fileResponse(await fileForReading(ctx, params.id, forms.parse(search.get('as'))), request);
});

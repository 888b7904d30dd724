import { z } from 'zod';
import { photographThumb } from '@/lib/receipt/queries';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

/** The straightened sheet of a receipt, small, for the list that officers go through. */
export const GET = route({ who: 'staff', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const sheet = await photographThumb(ctx, params.id);
  if (!sheet) return problem(404, 'not-found');
  const { etag } = sheet;
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache' } });
  }
  const bytes = await sheet.bytes();
  return bytes ? pictureResponse(bytes, 'image/jpeg', { name: '收据缩略图.jpg', etag }) : problem(404, 'not-found');
});

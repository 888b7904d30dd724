import { z } from 'zod';
import { issuedPagePicture, receiptFile } from '@/lib/receipt/queries';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

/**
 * 下载PDF打印: the issued bytes; `?inline` shows them in the browser's own reader, `?as=picture` is their first page
 * drawn, to be laid under a photograph of it.
 */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const search = new URL(request.url).searchParams;
  const isPicture = search.get('as') === 'picture';
  const file = isPicture ? await issuedPagePicture(ctx, params.id) : await receiptFile(ctx, params.id);
  if (!file) return problem(404, 'not-found');
  return pictureResponse(file.bytes, file.mediaType, {
    name: file.name,
    download: !isPicture && !search.has('inline'),
  });
});

import { z } from 'zod';
import { receiptFile } from '@/lib/receipt/queries';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

/** 下载PDF打印: the issued bytes; `?inline` shows them in the browser's own reader. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const file = await receiptFile(ctx, params.id);
  if (!file) return problem(404, 'not-found');
  const download = !new URL(request.url).searchParams.has('inline');
  return pictureResponse(file.bytes, file.mediaType, { name: file.name, download });
});

import { z } from 'zod';
import { paperFile } from '@/lib/enterprise/paper-queries';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

/**
 * 下载PDF打印: the issued bytes for the browser that registers, the owner signed in, or staff with the right; whose the
 * paper is decides which of them. `?inline` shows them in the browser's own reader, from which they are printed.
 */
export const GET = route({ who: 'public', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const file = await paperFile(ctx, params.id, { browser: await readCaBrowser() });
  if (!file) return problem(404, 'not-found');
  const download = !new URL(request.url).searchParams.has('inline');
  return pictureResponse(file.bytes, file.mediaType, { name: file.name, download });
});

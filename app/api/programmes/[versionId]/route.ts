import { z } from 'zod';
import { configFile } from '@/lib/programme/admin-queries';
import { problem, route } from '@/lib/runtime/route';

/** 下载配置: one version as a file to work on and to upload again. */
export const GET = route({ who: 'staff', params: z.object({ versionId: z.uuid() }) }, async ({ ctx, params }) => {
  const file = await configFile(ctx, params.versionId);
  if (!file) return problem(404, 'not-found');
  return new Response(file.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
});

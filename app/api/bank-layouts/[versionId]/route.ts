import { z } from 'zod';
import { layoutFile } from '@/lib/disbursement/layout-queries';
import { problem, route } from '@/lib/runtime/route';

/** 下载格式: one version as a file to work on and to upload again. */
export const GET = route({ who: 'staff', params: z.object({ versionId: z.uuid() }) }, async ({ ctx, params }) => {
  const file = await layoutFile(ctx, params.versionId);
  if (!file) return problem(404, 'not-found');
  return new Response(file.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
});

import { z } from 'zod';
import { snapshotFile } from '@/lib/notice/snapshot-queries';
import { problem, route } from '@/lib/runtime/route';

/** 公示存证 as a file: its SHA-256 is the one that stands beside it. */
export const GET = route({ who: 'staff', params: z.object({ id: z.uuid() }) }, async ({ ctx, params }) => {
  const file = await snapshotFile(ctx, params.id);
  if (!file) return problem(404, 'not-found');
  return new Response(file.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});

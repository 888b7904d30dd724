import { z } from 'zod';
import { pagesForReading } from '@/lib/application/file-queries';
import { ok } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';

/** How many pages of a PDF are drawn as pictures; null while the worker draws them. */
export const GET = route({ who: 'signed-in', params: z.object({ id: z.uuid() }) }, async ({ ctx, params }) => {
  const pages = await pagesForReading(ctx, params.id);
  return pages === undefined ? problem(404, 'not-found') : answerJson(ok({ pages }), {});
});

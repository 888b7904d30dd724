import { z } from 'zod';
import { earlierPapers } from '@/lib/application/take-over-queries';
import { ok } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';

const placeSchema = z.object({
  applicationId: z.uuid(),
  requirementId: z.string().min(1).max(40),
  talentId: z.uuid().nullable(),
});

/** Papers of the enterprise's earlier applications that fit this place (从以往申请中选用). */
export const GET = route({ who: 'enterprise' }, async ({ ctx, request }) => {
  const search = new URL(request.url).searchParams;
  const place = placeSchema.safeParse({
    applicationId: search.get('application'),
    requirementId: search.get('requirement'),
    talentId: search.get('talent'),
  });
  if (!place.success) return problem(400, 'form-incomplete');
  return answerJson(ok(await earlierPapers(ctx, place.data)), {});
});

import { z } from 'zod';
import { givePuzzle } from '@/lib/access/picture-code/puzzle';
import { PICTURE_CODE_PURPOSES } from '@/lib/access/rules/picture-code';
import { problem, route } from '@/lib/runtime/route';

const purpose = z.enum(PICTURE_CODE_PURPOSES);

/** What a computer works out where nobody sees the picture of this code; its two minutes begin like the picture's. */
export const GET = route({ who: 'public', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const asked = purpose.safeParse(new URL(request.url).searchParams.get('for'));
  if (!asked.success) return problem(404, 'not-found');
  const given = await givePuzzle(ctx, { id: params.id, purpose: asked.data });
  if (!given.ok) return problem(given.refusal.code === 'too-many-tries' ? 429 : 410, given.refusal.code);
  return Response.json(given.value, { headers: { 'cache-control': 'no-store' } });
});

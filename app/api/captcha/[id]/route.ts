import { z } from 'zod';
import { drawPictureCode } from '@/lib/access/picture-code/draw';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { answerOf, PICTURE_CODE_PURPOSES } from '@/lib/access/rules/picture-code';
import { problem, route } from '@/lib/runtime/route';

const purpose = z.enum(PICTURE_CODE_PURPOSES);

/** The picture of a code, whose two minutes begin with the first look at it. */
export const GET = route({ who: 'public', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request }) => {
  const asked = purpose.safeParse(new URL(request.url).searchParams.get('for'));
  if (!asked.success) return problem(404, 'not-found');
  const issued = await issuePictureCode(ctx, { id: params.id, purpose: asked.data });
  if (!issued.ok) return problem(issued.refusal.code === 'too-many-tries' ? 429 : 410, issued.refusal.code);
  const picture = drawPictureCode(answerOf(issued.value.seed), issued.value.seed);
  return new Response(Buffer.from(picture), {
    headers: { 'content-type': 'image/png', 'cache-control': 'no-store', 'content-length': String(picture.byteLength) },
  });
});

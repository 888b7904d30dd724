import { phonePicture } from '@/lib/capture/queries';
import { phoneRoute } from '@/lib/runtime/phone';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem } from '@/lib/runtime/route';

/** The phone's own last photograph, straightened where the sheet was found. */
export const GET = phoneRoute({ changes: false }, async ({ ctx }) => {
  const bytes = await phonePicture(ctx);
  return bytes ? pictureResponse(bytes, 'image/jpeg') : problem(404, 'not-found');
});

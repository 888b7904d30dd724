import { z } from 'zod';
import { captureView } from '@/lib/capture/queries';
import { onCaptureChange } from '@/lib/runtime/listener';
import { problem, route } from '@/lib/runtime/route';
import { wakeStream } from '@/lib/runtime/wake-stream';

/** Wakes the desktop when the link's row changes. */
export const GET = route(
  { who: 'enterprise', params: z.object({ id: z.uuid() }) },
  async ({ ctx, params, request }) => {
    if (!(await captureView(ctx, params.id))) return problem(404, 'not-found');
    const stream = wakeStream(request.signal, (wake) => onCaptureChange(params.id, wake));
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    };
    return new Response(stream, { headers });
  },
);

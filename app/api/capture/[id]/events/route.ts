import { z } from 'zod';
import { captureView } from '@/lib/capture/queries';
import { onCaptureChange } from '@/lib/runtime/listener';
import { problem, route } from '@/lib/runtime/route';

const HEARTBEAT_MS = 15_000;

/**
 * Wakes the desktop when the link's row changes. Events carry no data: the page asks for the state. A heartbeat keeps
 * proxies from closing the stream.
 */
export const GET = route(
  { who: 'enterprise', params: z.object({ id: z.uuid() }) },
  async ({ ctx, params, request }) => {
    if (!(await captureView(ctx, params.id))) return problem(404, 'not-found');
    const text = new TextEncoder();
    let stop = () => {};
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const say = (line: string) => controller.enqueue(text.encode(line));
        const off = onCaptureChange(params.id, () => say('event: changed\ndata: {}\n\n'));
        const beat = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS);
        stop = () => {
          off();
          clearInterval(beat);
        };
        request.signal.addEventListener('abort', () => {
          stop();
          controller.close();
        });
        say('retry: 2000\nevent: changed\ndata: {}\n\n');
      },
      cancel: () => stop(),
    });
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    };
    return new Response(stream, { headers });
  },
);

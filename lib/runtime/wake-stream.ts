import 'server-only';

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events that wake a page: they carry no data, the page asks for what it shows. A heartbeat keeps proxies
 * from closing the stream. `listen` answers how to stop; that is done once the reader has gone, also where he went before
 * the stream began.
 */
export function wakeStream(reader: AbortSignal, listen: (wake: () => void) => () => void): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // An abort that was before tells no listener.
      if (reader.aborted) return controller.close();
      const say = (line: string) => controller.enqueue(text.encode(line));
      const gone = () => {
        stop();
        controller.close();
      };
      const off = listen(() => say('event: changed\ndata: {}\n\n'));
      const beat = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS);
      stop = () => {
        off();
        clearInterval(beat);
        reader.removeEventListener('abort', gone);
      };
      reader.addEventListener('abort', gone);
      say('retry: 2000\nevent: changed\ndata: {}\n\n');
    },
    cancel: () => stop(),
  });
}

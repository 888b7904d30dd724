import type { CaptureView } from '@/lib/capture/queries';

/** A link as the server has it. */
export const aLink = (given: Partial<CaptureView> = {}): CaptureView => ({
  id: 'link',
  status: 'WAITING',
  steps: [{ status: 'WAITING', at: '2026-11-23T06:02:10.000Z' }],
  pairingCode: '4719',
  endReason: null,
  deviceLabel: null,
  endsAt: '2026-11-23T06:12:10.000Z',
  code: { at: '2026-11-23T06:02:10.000Z', isOver: false },
  isOwn: true,
  photograph: null,
  ...given,
});

/** The other end of what the desktop follows: the link's state, and the stream that wakes. */
export class LiveLink {
  view = aLink();
  /** What stands when the page is opened. */
  live: CaptureView | null = null;
  isSignedOut = false;
  asked: string[] = [];
  /** Set: answers are held back here, each with what stood when it was asked for, until a test lets them go. */
  heldBack: (() => void)[] | null = null;
  readonly streams = new Set<EventTarget>();

  install(): void {
    const { streams } = this;
    globalThis.fetch = async (path) => {
      this.asked.push(String(path));
      if (this.isSignedOut) return { status: 401 } as Response;
      const value = String(path).includes('?receipt=') ? this.live : this.view;
      const { heldBack } = this;
      if (heldBack) await new Promise<void>((go) => heldBack.push(go));
      return { status: 200, json: async () => ({ ok: true, value }) } as Response;
    };
    globalThis.EventSource = class extends EventTarget {
      constructor() {
        super();
        streams.add(this);
      }
      close() {
        streams.delete(this);
      }
    } as unknown as typeof EventSource;
  }

  /** The link came to another state, and whoever listens is told. */
  change(given: Partial<CaptureView>): void {
    this.view = aLink(given);
    for (const stream of this.streams) stream.dispatchEvent(new Event('changed'));
  }
}

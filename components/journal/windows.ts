const PREFIX = 'draft-window:';

export type HeldWindow = {
  /** Whether a window of this id is open now, in whatever tab. Where the browser cannot tell, none is. */
  alive(): Promise<(window: string) => boolean>;
  /** Resolves when that window has gone; never where the browser cannot tell. */
  gone(window: string): Promise<void>;
  release(): void;
};

/** Shows the other tabs that this window is open, until it is released or the page goes, however it goes. */
export async function holdWindow(window: string): Promise<HeldWindow> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return { alive: async () => () => false, gone: () => new Promise(() => {}), release: () => {} };
  let release = () => {};
  await new Promise<void>((held) => {
    void locks.request(PREFIX + window, () => {
      held();
      return new Promise<void>((done) => (release = done));
    });
  });
  return {
    async alive() {
      const { held = [] } = await locks.query();
      const names = new Set(held.map(({ name }) => name));
      return (other) => names.has(PREFIX + other);
    },
    gone: (other) => locks.request(PREFIX + other, { mode: 'shared' }, () => undefined),
    release: () => release(),
  };
}

const PREFIX = 'draft-window:';

export type HeldWindow = {
  /** Whether another window of this id is open now, in whatever tab. Where the browser cannot tell, none is. */
  alive(): Promise<(window: string) => boolean>;
  /** Does this once that window has gone, one tab after the other; never where the browser cannot tell. */
  follow(window: string, work: () => Promise<void>): void;
  release(): void;
};

/** Shows the other tabs that this window is open, until it is released or the page goes, however it goes. */
export async function holdWindow(window: string): Promise<HeldWindow> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return { alive: async () => () => false, follow: () => {}, release: () => {} };
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
      return (other) => other !== window && names.has(PREFIX + other);
    },
    follow: (other, work) => void locks.request(PREFIX + other, work).catch(() => undefined),
    release: () => release(),
  };
}

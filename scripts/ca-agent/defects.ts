import { Refused } from './answers';
import type { UsbPorts } from './usb-ports';

/** What is wrong with the agent at the moment, besides its keys. */
export type Defects = {
  slowMs: number;
  garbage: boolean;
  oldVersion: boolean;
  crashMidSign: boolean;
  cancel: boolean;
};

export const SOUND: Readonly<Defects> = {
  slowMs: 0,
  garbage: false,
  oldVersion: false,
  crashMidSign: false,
  cancel: false,
};

const SLOW_MS = 8_000;
const SLOW_MS_MAX = 60_000;

export type Wish = { readonly key?: unknown; readonly ms?: unknown };
type Act = (ports: UsbPorts, defects: Defects, wish: Wish) => void;

/** Which key is meant: the named one, else the first that is plugged in. */
function meant(ports: UsbPorts, { key }: Wish): string {
  const id = typeof key === 'string' ? key : ports.plugged()[0]?.id;
  if (!id || !ports.all().some((one) => one.id === id)) throw new Refused(404, 'no-key');
  return id;
}

function plugFirst(ports: UsbPorts): void {
  for (const key of ports.plugged()) ports.unplug(key.id);
  const first = ports.all()[0];
  if (first) ports.plug(first.id);
}

/** A second key of the same CA beside the one that is plugged in. */
function plugSecond(ports: UsbPorts): void {
  const [here] = ports.plugged();
  const provider = here?.provider ?? 'JIANGSU';
  const [one, two] = ports.all().filter((key) => key.provider === provider && !key.plugged);
  for (const key of here ? [one] : [one, two]) if (key) ports.plug(key.id);
}

/** Everything that the control page and the tests can do to the agent and its keys. */
export const CONTROLS: Readonly<Record<string, Act>> = {
  plug: (ports, _defects, wish) => ports.plug(meant(ports, wish)),
  unplug: (ports, _defects, wish) => {
    if (typeof wish.key === 'string') ports.unplug(meant(ports, wish));
    else for (const key of ports.plugged()) ports.unplug(key.id);
  },
  'two-keys': (ports) => plugSecond(ports),
  'wrong-pin': (ports, _defects, wish) => ports.useTry(meant(ports, wish)),
  lock: (ports, _defects, wish) => ports.lock(meant(ports, wish)),
  unlock: (ports, _defects, wish) => ports.restore(meant(ports, wish)),
  slow: (_ports, defects, { ms }) => {
    defects.slowMs = typeof ms === 'number' && ms > 0 ? Math.min(ms, SLOW_MS_MAX) : SLOW_MS;
  },
  garbage: (_ports, defects) => void (defects.garbage = true),
  'old-version': (_ports, defects) => void (defects.oldVersion = true),
  'crash-mid-sign': (_ports, defects) => void (defects.crashMidSign = true),
  cancel: (_ports, defects) => void (defects.cancel = true),
  sound: (_ports, defects) => void Object.assign(defects, SOUND),
  reset: (ports, defects) => {
    Object.assign(defects, SOUND);
    ports.restoreAll();
    plugFirst(ports);
  },
};

import { networkInterfaces } from 'node:os';

export type Addresses = {
  /** What the server listens on. */
  host: string;
  /** Where it can be reached, the one to show first; a request with another Host header is refused. */
  origins: string[];
  /** What the QR code for the phone leads to. */
  captureOrigin: string;
};

/** Addresses of a server on this machine; with `lan` also the machine's own ones in its networks. */
export function localAddresses(port: number, lan: boolean): Addresses {
  const own = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const others = lan ? lanHosts().map((host) => `http://${host}:${port}`) : [];
  return {
    host: lan ? '0.0.0.0' : '127.0.0.1',
    origins: [...own, ...others],
    captureOrigin: others[0] ?? `http://localhost:${port}`,
  };
}

/** Real networks first: a phone cannot reach the bridge of a container. */
function lanHosts(): string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter((address) => address.family === 'IPv4' && !address.internal)
      .map(({ address }) => ({ address, isBridge: /^(docker|br-|veth|virbr|vmnet)/.test(name) })),
  );
  return found.sort((a, b) => Number(a.isBridge) - Number(b.isBridge)).map(({ address }) => address);
}

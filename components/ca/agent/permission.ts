/** Chrome asks before a page may talk to this computer (142 and later). `unknown`: a browser that does not ask. */
export type LoopbackPermission = 'granted' | 'denied' | 'prompt' | 'unknown';

// Newer name first; a browser throws at a name that it does not know.
const NAMES = ['loopback-network', 'local-network-access'];

export async function loopbackPermission(): Promise<LoopbackPermission> {
  return (await permissionStatus())?.state ?? 'unknown';
}

/** Calls `then` each time the visitor changes the permission; answers what ends the watching. */
export function watchPermission(then: () => void): () => void {
  const ended = new AbortController();
  void permissionStatus().then((status) => status?.addEventListener('change', then, { signal: ended.signal }));
  return () => ended.abort();
}

async function permissionStatus(): Promise<PermissionStatus | null> {
  for (const name of NAMES) {
    try {
      return await navigator.permissions.query({ name: name as PermissionName });
    } catch {
      // not a permission of this browser
    }
  }
  return null;
}

/** A page that itself comes from this computer is never asked. */
export function isLocalPage({ hostname }: Pick<Location, 'hostname'>): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}

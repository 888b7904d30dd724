import { createHash } from 'node:crypto';

/** A token as UploadThing gives it: key, app and regions. */
export const STAND_IN_TOKEN = Buffer.from(
  JSON.stringify({ apiKey: 'sk_live_stand_in', appId: 'standin', regions: ['sea1'] }),
).toString('base64');

type Kept = { readonly bytes: Buffer; readonly type: string };

/**
 * What answers in UploadThing's place: the ingest that takes a signed PUT of form data, the address that files are read
 * from (with ranges), and the call that deletes. Files are known by their custom id.
 */
export function standInUploadthing(): typeof globalThis.fetch {
  const kept = new Map<string, Kept>();
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (request.method === 'PUT' && url.hostname.endsWith('ingest.uploadthing.com')) return ingest(kept, url, request);
    if (request.method === 'POST' && url.pathname === '/v6/deleteFiles') return remove(kept, request);
    if (request.method === 'GET' && url.hostname.endsWith('.ufs.sh')) return read(kept, url, request);
    if (request.method === 'HEAD' || url.pathname.endsWith('/route-metadata')) return new Response(null);
    return new Response('unknown call', { status: 501 });
  };
}

async function ingest(kept: Map<string, Kept>, url: URL, request: Request): Promise<Response> {
  if (!url.searchParams.get('signature')) return new Response('not signed', { status: 403 });
  const file = (await request.formData()).get('file');
  if (!(file instanceof Blob)) return new Response('no file', { status: 400 });
  const bytes = Buffer.from(await file.arrayBuffer());
  // The client encodes what stands in the query twice.
  const id = decodeURIComponent(url.searchParams.get('x-ut-custom-id') ?? '');
  if (kept.has(id)) return new Response('the custom id is taken', { status: 409 });
  kept.set(id, { bytes, type: file.type });
  const address = `https://standin.ufs.sh/f/${id}`;
  const fileHash = createHash('md5').update(bytes).digest('hex');
  return Response.json({ url: address, appUrl: address, ufsUrl: address, fileHash, serverData: null });
}

async function remove(kept: Map<string, Kept>, request: Request): Promise<Response> {
  const { customIds } = (await request.json()) as { customIds: string[] };
  const removed = customIds.filter((id) => kept.delete(id));
  return Response.json({ success: true, deletedCount: removed.length });
}

function read(kept: Map<string, Kept>, url: URL, request: Request): Response {
  const found = kept.get(decodeURIComponent(url.pathname.replace(/^\/f\//, '')));
  if (!found) return new Response(null, { status: 404 });
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('range') ?? '');
  if (!range)
    return new Response(new Uint8Array(found.bytes), { headers: { 'content-length': String(found.bytes.length) } });
  const [from, to] = [Number(range[1]), Math.min(Number(range[2]), found.bytes.length - 1)];
  return new Response(new Uint8Array(found.bytes.subarray(from, to + 1)), {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${to}/${found.bytes.length}` },
  });
}

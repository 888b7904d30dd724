import { z } from 'zod';
import { readPackage } from '@/lib/enterprise/commands/read-package';
import { CA_SLUGS, caOfSlug } from '@/lib/enterprise/rules/ca-setup';
import { problem, route } from '@/lib/runtime/route';

const paramsSchema = z.object({ provider: z.enum([CA_SLUGS.JIANGSU, CA_SLUGS.SUZHOU]) });

/** The driver package that this server keeps itself, byte for byte what its checksum says. */
export const GET = route({ who: 'public', params: paramsSchema }, async ({ ctx, params }) => {
  const provider = caOfSlug(params.provider);
  const found = provider && (await readPackage(ctx, { provider }));
  if (!found?.ok)
    return problem(found?.refusal.code === 'package-changed' ? 503 : 404, found?.refusal.code ?? 'not-found');
  const { bytes, name } = found.value;
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  });
});

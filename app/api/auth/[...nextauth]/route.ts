import NextAuth from 'next-auth';
import { z } from 'zod';
import { route } from '@/lib/runtime/route';
import { authOptions } from './options';

const params = z.object({ nextauth: z.array(z.string()).min(1) });
type Given = { readonly request: Request; readonly params: z.infer<typeof params> };

async function answer({ request, params: given }: Given): Promise<Response> {
  const handled: unknown = await NextAuth(authOptions())(request, { params: Promise.resolve(given) });
  return handled instanceof Response ? handled : new Response(null, { status: 404 });
}

export const GET = route({ who: 'public', params }, answer);
export const POST = route({ who: 'public', params, changes: true }, answer);

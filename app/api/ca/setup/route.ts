import { caSetup } from '@/lib/enterprise/ca-setup-queries';
import { ok } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { environment } from '@/lib/runtime/environment';
import { route } from '@/lib/runtime/route';

/** What a page must know before it looks for a key: addresses on the visitor's computer, and the operator's words. */
export const GET = route({ who: 'public' }, async ({ ctx }) => {
  const { JIANGSU, SUZHOU, window } = await caSetup(ctx);
  const minimumVersion = { JIANGSU: JIANGSU.minimumVersion, SUZHOU: SUZHOU.minimumVersion };
  return answerJson(ok({ agents: environment().caAgentOrigins, minimumVersion, window }), {});
});

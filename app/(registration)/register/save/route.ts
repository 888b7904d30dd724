import { saveRegistration, saveRegistrationSchema } from '@/lib/enterprise/commands/save-registration';
import { explainRegistration } from '@/lib/enterprise/rules/registration-refusals';
import { answerJson } from '@/lib/runtime/answer';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { problem, route } from '@/lib/runtime/route';

/** What is typed into the registration, saved as it is typed. A route and not an action: it is kept alive when the page goes. */
export const POST = route({ who: 'public', changes: true }, async ({ ctx, request }) => {
  const input = saveRegistrationSchema.safeParse(await request.json().catch(() => null));
  if (!input.success) return problem(400, 'form-incomplete');
  const browser = (await readCaBrowser()) ?? '';
  return answerJson(await saveRegistration(ctx, { ...input.data, browser }), explainRegistration);
});

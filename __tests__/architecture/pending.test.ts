import { describe, expect, it } from '@jest/globals';
import { parse, typescriptBelow } from './source';

// The only entrances that answer a session whose sign-in is not whole. A new one is a decision: name it here.
const SERVES: Readonly<Record<string, string>> = {
  'app/(public)/account/first-password/actions.ts': 'first-password',
  'app/(public)/account/first-password/page.tsx': 'first-password',
  'app/(public)/sign-out/actions.ts': 'any',
  'app/(public)/staff/factor/actions.ts': 'factor',
  'app/(public)/staff/factor/page.tsx': 'factor',
  'app/(public)/staff/factor/set-up/actions.ts': 'factor-setup',
  'app/(public)/staff/factor/set-up/page.tsx': 'factor-setup',
  'app/(public)/staff/first-password/actions.ts': 'first-password',
  'app/(public)/staff/first-password/page.tsx': 'first-password',
  'app/api/health/route.ts': 'any',
  'app/dev/(pages)/actions.ts': 'any',
  'app/dev/(pages)/outbox/page.tsx': 'any',
  'app/dev/(pages)/page.tsx': 'any',
  'app/dev/(pages)/picture-codes/page.tsx': 'any',
  'app/dev/gallery/page.tsx': 'any',
};

describe('a session whose sign-in is not whole', () => {
  it('is answered by these entrances and no others', () => {
    const found = typescriptBelow('app').flatMap((path) => {
      const served = /servesPending: '([a-z-]+)'/.exec(parse(path).text)?.[1];
      return served ? [[path, served] as const] : [];
    });
    expect(Object.fromEntries(found)).toEqual(SERVES);
  });

  it('is stopped by every wrapper before the page, action or route is asked', () => {
    for (const wrapper of ['page.tsx', 'action.ts', 'route.ts']) {
      const { text } = parse(`lib/runtime/${wrapper}`);
      const held = text.indexOf('heldBack(ctx.actor, rule.servesPending)');
      const act = Math.min(
        ...['await render(', 'await rule.run(', 'await handle(']
          .map((call) => text.indexOf(call))
          .filter((at) => at >= 0),
      );
      expect({ wrapper, stopped: held > 0 && held < act }).toEqual({ wrapper, stopped: true });
    }
  });

  it('and money, exports, programmes, accounts of the office and the payee of an enterprise ask to prove again', () => {
    const asked = typescriptBelow('app').flatMap((path) => {
      const count = parse(path).text.split('requireStepUp: true').length - 1;
      return count > 0 ? [`${path} ${count}`] : [];
    });
    expect(asked).toEqual([
      'app/(enterprise)/contacts/actions.ts 1',
      'app/(enterprise)/disbursements/[id]/actions.ts 4',
      'app/(staff)/staff/account/actions.ts 4',
      'app/(staff)/staff/bank-layouts/actions.ts 2',
      'app/(staff)/staff/banks/actions.ts 1',
      'app/(staff)/staff/batches/actions.ts 1',
      'app/(staff)/staff/exports/[kind]/route.ts 1',
      'app/(staff)/staff/payments/actions.ts 5',
      'app/(staff)/staff/people/actions.ts 4',
      'app/(staff)/staff/programmes/actions.ts 2',
      'app/api/batches/[id]/list/route.ts 1',
      'app/api/payments/[id]/route.ts 1',
    ]);
  });
});

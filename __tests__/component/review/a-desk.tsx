import { jest } from '@jest/globals';
import { act, fireEvent, render } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ComponentProps } from 'react';
import { CaseDesk } from '@/components/review/case-desk';
import type { Answered, DeskActs } from '@/components/review/acts';
import { Announcer } from '@/components/ui/announcer';
import type { CaseView } from '@/lib/review/rules/case-view';
import { deskView } from '@/lib/review/rules/desk-view';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

const done = async (): Promise<Answered<never>> => ({ ok: true, value: undefined as never });

/** Acts that all go through, and remember what they were given. */
const NOBODY: Awaited<ReturnType<DeskActs['watch']>> = { ok: true, value: { holder: null, stamp: '1.0.0' } };

export function someActs(more: Partial<DeskActs> = {}) {
  const names = ['claim', 'release', 'lookAt', 'decide', 'uncomment', 'giveBack', 'pass', 'proposeRejection'] as const;
  const rest = ['approve', 'reject', 'sendBack', 'next', 'reveal', 'comment', 'renew'] as const;
  const talk = ['watch', 'handOver', 'askOpinion', 'answerOpinion', 'withdrawOpinion', 'markPlace'] as const;
  const acts = Object.fromEntries([...names, ...rest, ...talk].map((name) => [name, jest.fn(done)]));
  return { ...acts, watch: jest.fn(async () => NOBODY), ...more } as unknown as {
    readonly [K in keyof DeskActs]: jest.Mock<DeskActs[K]>;
  };
}

/** The page on a screen; `press` presses a key as somebody does who looks at it. */
export async function showDesk(view: CaseView, acts = someActs()) {
  const refresh = jest.fn();
  const push = jest.fn();
  const router = { refresh, push, replace: push, back: push, forward: push, prefetch: push } as unknown as Router;
  await act(async () => {
    render(
      <AppRouterContext.Provider value={router}>
        <CaseDesk view={deskView(view)} acts={acts} />
        <Announcer />
      </AppRouterContext.Provider>,
    );
  });
  const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }));
  return { acts, refresh, push, press };
}

export const REFUSED = (code: string, title: string): Answered<never> => ({
  ok: false,
  code,
  explained: { title, why: '说明。', next: [{ label: '下一步' }] },
});

/** What jsdom lacks of a modal dialog and of pictures. */
export function patchBrowser(): void {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.removeAttribute('open');
  };
  // Pages of a PDF are asked of the server.
  const pages = { ok: true, value: { pages: 2 } };
  globalThis.fetch = (async () => ({ ok: true, json: async () => pages })) as unknown as typeof fetch;
}

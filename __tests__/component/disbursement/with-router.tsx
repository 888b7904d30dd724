import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js';
import type { ComponentProps, ReactNode } from 'react';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

/** The browser's part of Next's router, as far as a page of ours asks it: count refreshes, go nowhere. */
export function countingRouter(): { refreshes: () => number; Wrapper: (props: { children: ReactNode }) => ReactNode } {
  let count = 0;
  const router = { refresh: () => void (count += 1) } as unknown as Router;
  return {
    refreshes: () => count,
    Wrapper: ({ children }) => <AppRouterContext.Provider value={router}>{children}</AppRouterContext.Provider>,
  };
}

// jsdom knows the element but not its modal behaviour.
export function standInForDialogs(): void {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
}

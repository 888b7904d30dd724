import type { KeyboardEvent } from 'react';

/** Ctrl+Enter (⌘ on a Mac) anywhere in a form sends it, so that one need not leave the text for the button. */
export function submitOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

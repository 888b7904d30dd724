'use client';

import { useEffect } from 'react';
import type { EarlyInput as Early } from './early-input-script';

/** Does once more, for the scripts that have come, what was typed and pressed before them: nothing of it is lost. */
export function EarlyInput(): null {
  useEffect(() => {
    const early = globalThis.earlyInput;
    if (!early) return;
    // What an input method is putting together is not taken out of its hands.
    if (early.composing) addEventListener('compositionend', () => setTimeout(repeatAll, 0, early), { once: true });
    else repeatAll(early);
  }, []);
  return null;
}

function repeatAll(early: Early): void {
  delete globalThis.earlyInput;
  early.stop();
  for (const [control, was] of early.touched) if (control.isConnected) repeat(control, was);
  if (early.pressed?.isConnected) early.pressed.click();
}

type Touched = Early['touched'] extends Map<infer Control, infer Was> ? { control: Control; was: Was } : never;

/**
 * Tells React of a change that it did not see. It compares with what it last wrote through the control's own property,
 * so that is first set to something else, past which the prototype's property then goes.
 */
function repeat(control: Touched['control'], was: Touched['was']): void {
  const kind = 'type' in control ? control.type : '';
  if (control instanceof HTMLSelectElement || kind === 'file') return tell(control, 'change');
  if (kind === 'checkbox' || kind === 'radio') {
    const box = control as HTMLInputElement;
    if (kind === 'radio' && !was.checked) return;
    box.checked = !was.checked;
    setPast(box, 'checked', was.checked);
    return tell(box, 'click');
  }
  const caret = document.activeElement === control && 'setSelectionRange' in control ? control.selectionStart : null;
  // What the server had drawn, which a date takes too; something else where that is what stands in it again.
  control.value = control.defaultValue === was.value ? `${was.value} ` : control.defaultValue;
  setPast(control, 'value', was.value);
  tell(control, 'input');
  if (caret !== null) (control as HTMLTextAreaElement).setSelectionRange(caret, caret);
  // Who has gone on to the next field has left this one.
  if (document.activeElement !== control) tell(control, 'focusout');
}

const tell = (control: Element, name: string) => void control.dispatchEvent(new Event(name, { bubbles: true }));

function setPast(control: Element, name: 'value' | 'checked', value: string | boolean): void {
  const prototype: unknown = Object.getPrototypeOf(control);
  Object.getOwnPropertyDescriptor(prototype, name)?.set?.call(control, value);
}

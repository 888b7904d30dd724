'use client';

import { useEffect, useLayoutEffect } from 'react';
import type { EarlyInput as Early } from './early-input-script';

/**
 * Does once more, for the scripts that have come, what was typed and pressed before them: nothing of it is lost. Typing is
 * told right after React has taken the page over and before anything else draws it anew, which would write the old value
 * over the new; not while it does so, since what it cannot carry out at once it takes for refused and writes over too.
 * A press may need what the page's own effects set up, and comes after them.
 */
export function EarlyInput(): null {
  useLayoutEffect(() => {
    const early = globalThis.earlyInput;
    if (early) queueMicrotask(() => typedAgain(early));
  }, []);
  useEffect(() => {
    const early = globalThis.earlyInput;
    delete globalThis.earlyInput;
    if (early?.pressed) queueMicrotask(() => early.pressed?.isConnected && early.pressed.click());
  }, []);
  return null;
}

function typedAgain({ touched, stop }: Early): void {
  stop();
  for (const [control, was] of touched) if (control.isConnected) repeat(control, was);
}

type Touched = Early['touched'] extends Map<infer Control, infer Was> ? { control: Control; was: Was } : never;

/**
 * Tells React of a change that it did not see. It compares with what it noted of the control when it took over, which is
 * what stands there already, and so is made to have noted something else. The control itself is left as it is: an input
 * method may be putting characters together in it.
 */
function repeat(control: Touched['control'], was: Touched['was']): void {
  const kind = 'type' in control ? control.type : '';
  if (control instanceof HTMLSelectElement || kind === 'file') return tell(control, 'change');
  if (kind === 'checkbox' || kind === 'radio') {
    const box = control as HTMLInputElement;
    if (kind === 'radio' && !was.checked) return;
    if (box.checked !== was.checked) setPast(box, 'checked', was.checked);
    forget(box, String(!was.checked));
    return tell(box, 'click');
  }
  // Kept from React, which never came to write into it.
  if (!('_valueTracker' in control)) Reflect.deleteProperty(control, 'value');
  if (control.value !== was.value) setPast(control, 'value', was.value);
  forget(control, `${was.value} `);
  tell(control, 'input');
  // Who has gone on to the next field has left this one.
  if (document.activeElement !== control) tell(control, 'focusout');
}

const tell = (control: Element, name: string) => void control.dispatchEvent(new Event(name, { bubbles: true }));

/** Past the property of its own that React gave the control. */
function setPast(control: Element, name: 'value' | 'checked', value: string | boolean): void {
  const prototype: unknown = Object.getPrototypeOf(control);
  Object.getOwnPropertyDescriptor(prototype, name)?.set?.call(control, value);
}

type Noted = { readonly _valueTracker?: { setValue(value: string): void } };

const forget = (control: Element, noted: string) => (control as Noted)._valueTracker?.setValue(noted);

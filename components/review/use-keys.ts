'use client';

import { useEffect, useRef } from 'react';
import { areKeysOn } from './key-switch';

/**
 * Single keys of a page, e.g. `{ j: next }`. They rest while something is typed, a dialog is open or a modifier is held,
 * and characters rest where they are switched off. Space and Enter are left to whatever button has the focus.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      if (isCharacter(event.key) ? !areKeysOn() : isPressing(event)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

const isCharacter = (key: string) => key.length === 1 && key !== ' ';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isPressing({ key, target }: KeyboardEvent): boolean {
  const presses = key === ' ' || key === 'Enter';
  return presses && target instanceof Element && target.closest('button, a, summary') !== null;
}

'use client';

import { useEffect } from 'react';
import { domIdOf, useWizard } from './wizard-context';

/** Puts focus and view on the part that a link asked for, once it is drawn. */
export function FocusTarget() {
  const { target } = useWizard();
  useEffect(() => {
    if (!target) return;
    const control = document.getElementById(domIdOf(target.part));
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }, [target]);
  return null;
}

'use client';

import { createContext, useContext } from 'react';
import type { DraftView } from '@/lib/application/rules/draft';
import type { Obstacle } from '@/lib/application/rules/obstacles';
import type { PartKey } from '@/lib/application/rules/part-keys';
import type { DraftSession } from '../draft/draft-session';
import type { DraftState } from '../draft/draft-state';
import type { WizardView } from './wizard-view';

/** A part to land on; `stamp` changes each time, so that the same part can be landed on again. */
export type Target = { readonly part: PartKey; readonly stamp: number };

export type Wizard = {
  readonly view: WizardView;
  readonly session: DraftSession;
  readonly state: DraftState;
  /** The draft with what is typed and not saved yet. */
  readonly draft: DraftView;
  readonly obstacles: readonly Obstacle[];
  readonly target: Target | null;
  /** Lands on a part of this step. */
  land(part: PartKey): void;
  /** Saves what is left, then goes to another page of ours; stays where it could not be saved. */
  leaveTo(href: string): Promise<void>;
};

export const WizardContext = createContext<Wizard | null>(null);

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('only inside the wizard');
  return wizard;
}

/** The id in the page of the control that mends a part. */
export function domIdOf(part: PartKey): string {
  return `part-${part.replace(/[^a-zA-Z0-9]/g, '-')}`;
}

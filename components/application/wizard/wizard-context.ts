'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DraftView } from '@/lib/application/rules/draft';
import type { Obstacle } from '@/lib/application/rules/obstacles';
import type { PartKey } from '@/lib/application/rules/part-keys';
import type { DraftSession } from '../draft/draft-session';
import { typedValue, type DraftState } from '../draft/draft-state';
import type { Place } from '../draft/draft-values';
import type { WizardView } from './wizard-view';

/** A part to land on; `stamp` changes each time, so that the same part can be landed on again. */
export type Target = { readonly part: PartKey; readonly stamp: number };

/** What a step is drawn from. It comes a moment after a key: only the field that is typed into follows at once. */
export type Wizard = {
  readonly view: WizardView;
  readonly session: DraftSession;
  readonly state: DraftState;
  /** The draft with what is typed and not saved yet. */
  readonly draft: DraftView;
  readonly obstacles: readonly Obstacle[];
  /** The first obstacle of each part. */
  readonly complaints: ReadonlyMap<PartKey, Obstacle>;
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

/** What stands typed in a field of the draft and is not saved, as of this very key; undefined: nothing. */
export function useTypedValue(place: Place, isSealed: boolean): string | undefined {
  const { session } = useWizard();
  const read = () => typedValue(session.getState(), place, isSealed);
  return useSyncExternalStore(session.subscribe, read, read);
}

/** Where the draft stands as of this very key; for small things that must not say for a moment what no longer holds. */
export function useNewestState(): DraftState {
  const { session } = useWizard();
  return useSyncExternalStore(session.subscribe, session.getState, session.getState);
}

/** The id in the page of the control that mends a part. */
export function domIdOf(part: PartKey): string {
  return `part-${part.replace(/[^a-zA-Z0-9]/g, '-')}`;
}

import type { MenuItem, Park, SignOut, Support } from '@/components/frame/frame-props';
import type { Explained } from '@/lib/access/refusals';
import type { LastImport } from '@/lib/application/import-queries';
import type { ActionState } from '@/lib/runtime/action-state';

export type EnterpriseFrameData = {
  readonly park: Park;
  readonly support: Support;
  readonly enterprise: { readonly name: string; readonly uscc: string };
  readonly user: { readonly id?: string; readonly username: string; readonly roleLabel: string };
  readonly menu: readonly MenuItem[];
  readonly signOut: SignOut;
};

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly explained: Explained };

type Act<I, T = unknown> = (input: I) => Promise<Answer<T>>;
type OfApplication = { readonly applicationId: string };
type OfTalents = OfApplication & { readonly talentIds: readonly string[] };
type OfImport = OfApplication & { readonly importId: string };
type OfAttachment = OfApplication & { readonly attachmentId: string };

/** What the wizard does beside saving what is typed; server actions, handed in by the page. */
export type WizardActs = {
  readonly chooseContact: Act<OfApplication & { readonly contactId: string }>;
  readonly addTalent: Act<OfApplication & { readonly copyOf?: string }, { readonly talentId: string }>;
  readonly removeTalents: Act<OfTalents>;
  readonly restoreTalents: Act<OfTalents>;
  readonly reorderTalents: Act<OfTalents>;
  readonly importTalents: Act<OfImport & { readonly which: 'right' | 'all'; readonly seen: string }, LastImport>;
  readonly undoImport: Act<OfImport>;
  readonly removeAttachment: Act<OfAttachment>;
  readonly restoreAttachment: Act<OfAttachment>;
  readonly submit: (before: ActionState, form: FormData) => Promise<ActionState>;
};

import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js';
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js';
import type { ComponentProps, ReactNode } from 'react';
import type { WizardActs } from '@/components/application/wizard/wizard-acts';
import type { WizardView } from '@/components/application/wizard/wizard-view';
import type { DraftView } from '@/lib/application/rules/draft';
import type { WizardStep } from '@/lib/kernel/paths';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { completeEnterpriseAnswers, completeTalent, inventedProfile } from '../../builders/answers';

let count = 0;

export function aTalentView(seed: number, name: string): DraftView['talents'][number] {
  const { idType, category, answers, sealed } = completeTalent({ category: 'B', name, seed });
  const more = { position: seed, amountFen: 50_000_00, samePersonAs: null };
  return { id: `talent-${seed}`, name, idType, category, answers, sealed, ...more };
}

/** A step of the wizard over a complete draft without papers; every view has an application of its own. */
export function aView(step: WizardStep, more: Partial<DraftView> = {}, view: Partial<WizardView> = {}): WizardView {
  count += 1;
  const done = async () => ({ ok: true, value: { talentId: 'new' } }) as const;
  const counts = { id: 'import-1', fileName: '人才.xlsx', at: '2026-11-23T06:03:00.000Z' };
  const imported = async () =>
    ({ ok: true, value: { ...counts, added: 2, changed: 1, left: 0, revision: 3 } }) as const;
  const acts: WizardActs = {
    ...{ chooseContact: done, addTalent: done, removeTalents: done, restoreTalents: done, reorderTalents: done },
    ...{ undoImport: done, importTalents: imported },
    ...{ removeAttachment: done, restoreAttachment: done, submit: async () => ({ status: 'idle' }) },
  };
  const profile = inventedProfile();
  return {
    step,
    draft: {
      ...{ id: `application-${count}`, status: 'DRAFT', revision: 3, answers: completeEnterpriseAnswers(profile) },
      contact: { id: 'contact-1', name: '李华', maskedMobile: '138****0000', maskedEmail: 'l***@example.com' },
      talents: [aTalentView(1, '欧阳文静'), aTalentView(2, '张明远')],
      ...{ attachments: [], acceptedInstructions: '2026-1', firstSubmittedOn: null },
      ...more,
    },
    config: talentRecruitment,
    programme: { name: talentRecruitment.name, year: 2026 },
    submissionCount: 0,
    dueOn: shanghaiDay('2026-12-15'),
    today: shanghaiDay('2026-11-23'),
    journalKey: { owner: 'user-1', key: btoa('\0'.repeat(32)) },
    profileFields: ['enterpriseName', 'uscc'],
    profileSource: { name: '企业注册信息', on: shanghaiDay('2026-03-02') },
    ...{ grantedFen: 0, comments: [], newer: null, at: null, acts },
    frame: {
      park: { name: '苏州工业园区', wordmark: '苏州工业园区一网通办' },
      support: {},
      enterprise: { name: profile.name, uscc: profile.uscc },
      user: { username: 'super', roleLabel: '超级用户' },
      menu: [],
      signOut: () => {},
    },
    ...view,
  };
}

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

/** The browser's part of Next's router: where a page of ours asked to go. */
export function atAddress(pathname: string): {
  went: string[];
  Wrapper: (props: { children: ReactNode }) => ReactNode;
} {
  const went: string[] = [];
  const router = { push: (href: string) => void went.push(href), refresh: () => {} } as unknown as Router;
  return {
    went,
    Wrapper: ({ children }) => (
      <AppRouterContext.Provider value={router}>
        <PathnameContext.Provider value={pathname}>{children}</PathnameContext.Provider>
      </AppRouterContext.Provider>
    ),
  };
}

/** Answers every save as a server would that keeps texts as they are; tells what was sent. */
export function keepingServer(view: WizardView): { sent: unknown[]; fetch: typeof fetch } {
  const sent: unknown[] = [];
  let draft = view.draft;
  const answer = (value: unknown) => ({ ok: true, status: 200, json: async () => ({ ok: true, value }) });
  const stub = async (_address: unknown, init?: { body?: string }) => {
    if (!init?.body) return answer(draft);
    const batch = JSON.parse(init.body) as { changes: { fieldId: string; value: string }[] };
    sent.push(batch);
    const changed = Object.fromEntries(batch.changes.map(({ fieldId, value }) => [fieldId, value.trim()]));
    draft = { ...draft, revision: draft.revision + 1, answers: { ...draft.answers, ...changed } };
    const { revision, answers } = draft;
    return answer({ revision, answers, savedAt: '2026-11-23T06:03:00.000Z', conflicts: [], talent: null });
  };
  return { sent, fetch: stub as unknown as typeof fetch };
}

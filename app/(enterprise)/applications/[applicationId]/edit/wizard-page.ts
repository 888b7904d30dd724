import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { WizardView } from '@/components/application/wizard/wizard-view';
import { enterpriseMenu } from '@/components/enterprise-home/menu';
import { draftForEdit, journalKey } from '@/lib/application/queries';
import { parsePart } from '@/lib/application/rules/part-keys';
import { paths, type WizardStep } from '@/lib/kernel/paths';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { enterpriseFrame } from '@/lib/runtime/frame-data';
import { signOutAction } from '../../../../(public)/sign-out/actions';
import * as acts from './actions';

export const wizardParams = z.object({ applicationId: z.uuid() });

type Given = {
  readonly ctx: Parameters<typeof draftForEdit>[0];
  readonly params: z.infer<typeof wizardParams>;
  readonly search: Readonly<Record<string, string>>;
};

/** What a step is drawn from. A case that cannot be edited now shows its own page instead, which says what it is now. */
export async function wizardView({ ctx, params, search }: Given, step: WizardStep): Promise<WizardView> {
  const view = await draftForEdit(ctx, params.applicationId);
  if (!view.isEditable) redirect(`${paths.application(params.applicationId)}?moved=1`);
  const { park, support, enterprise, user } = await enterpriseFrame(ctx.actor);
  const menu = enterpriseMenu({ todos: 0, disbursements: 0, isAdministrator: ctx.actor.role === 'ADMIN' });
  const { draft, config, programme, submissionCount, profileFields, profileSource, grantedFen, comments } = view;
  return {
    newer: view.newer,
    ...{ step, draft, config, programme, submissionCount, profileFields, profileSource, grantedFen, comments },
    dueOn: draft.status === 'RETURNED' ? view.returnDeadline : view.window.closesOn,
    today: shanghaiDayOf(ctx.now),
    journalKey: await journalKey(ctx, params.applicationId),
    at: search.at && parsePart(search.at) ? search.at : null,
    frame: {
      ...{ park, support, enterprise, user, signOut: signOutAction },
      menu: menu.map((item) => ({ ...item, current: item.href === paths.applications() })),
    },
    acts: {
      chooseContact: acts.chooseContactAction,
      addTalent: acts.addTalentAction,
      removeTalents: acts.removeTalentsAction,
      restoreTalents: acts.restoreTalentsAction,
      reorderTalents: acts.reorderTalentsAction,
      importTalents: acts.importTalentsAction,
      undoImport: acts.undoImportAction,
      removeAttachment: acts.removeAttachmentAction,
      restoreAttachment: acts.restoreAttachmentAction,
      submit: acts.submitAction,
    },
  };
}

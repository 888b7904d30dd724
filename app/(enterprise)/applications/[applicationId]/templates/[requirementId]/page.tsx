import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PaperTemplate } from '@/components/application/templates/paper-template';
import { draftForEdit } from '@/lib/application/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '打印模板' };

const params = z.object({ applicationId: z.uuid(), requirementId: z.string().max(40) });

/** A blank form of the programme with what is known filled in, to be printed, signed or stamped, and uploaded. */
export default page(
  { who: 'enterprise', params, at: ({ applicationId }) => paths.edit(applicationId, 'attachments') },
  async ({ ctx, params: { applicationId, requirementId }, search }) => {
    const { draft, config, programme } = await draftForEdit(ctx, applicationId);
    const requirement = config.requirements.find(({ id }) => id === requirementId);
    const talent = draft.talents.find(({ id }) => id === search.talent);
    if (!requirement?.template || (requirement.per === 'entry' && !talent)) notFound();
    return (
      <PaperTemplate
        kind={requirement.template}
        label={requirement.label}
        back={paths.edit(applicationId, 'attachments')}
        enterprise={{ name: ctx.actor.enterpriseName, uscc: ctx.actor.uscc }}
        programme={programme}
        payer={config.payer}
        talents={draft.talents.map(({ name }) => name).filter(Boolean)}
        talent={
          talent ? { name: talent.name, idType: talent.idType, idNumber: talent.sealed.idNumber?.masked ?? '' } : null
        }
      />
    );
  },
);

import { z } from 'zod';
import { NothingToAdopt, VersionOfferPage } from '@/components/application/version/version-offer';
import { offerFor } from '@/lib/application/version-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { adoptVersionAction } from './actions';

export const metadata = { title: '申报要求的更新' };

const params = z.object({ applicationId: z.uuid() });

export default page(
  { who: 'enterprise', params, at: ({ applicationId }) => paths.newVersion(applicationId) },
  async ({ ctx, params: { applicationId } }) => {
    const offer = await offerFor(ctx, applicationId);
    return offer ? (
      <VersionOfferPage offer={offer} adopt={adoptVersionAction} />
    ) : (
      <NothingToAdopt applicationId={applicationId} />
    );
  },
);

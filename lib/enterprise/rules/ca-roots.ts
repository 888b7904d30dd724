import { z } from 'zod';
import { CA_PROVIDERS } from './ca-provider';

/** One row of the setting `ca.roots`. An intermediate helps to reach a root where the key does not carry it. */
const rootSchema = z.strictObject({
  provider: z.enum(CA_PROVIDERS),
  label: z.string().min(1).max(60),
  /** DER in base64. */
  der: z.string().min(1).max(32_000),
  role: z.enum(['root', 'intermediate']).default('root'),
});

export const rootsSchema = z.array(rootSchema).max(40);
export type PinnedRoot = z.infer<typeof rootSchema>;

import { z } from 'zod';
import { CA_PROVIDERS, PROOF_PURPOSES } from './ca-provider';

/** A certificate is smaller than 16 KB; a signature in an envelope carries certificates of its own. */
export const CERTIFICATE_BYTES_MAX = 16 * 1024;
export const SIGNATURE_BYTES_MAX = 64 * 1024;
export const CHAIN_MAX = 3;

const inBase64 = (bytes: number) => Math.ceil(bytes / 3) * 4 + 4;
const base64 = (bytesMax: number) =>
  z
    .string()
    .min(1)
    .max(inBase64(bytesMax))
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);

export const beginProofSchema = z.strictObject({ provider: z.enum(CA_PROVIDERS), purpose: z.enum(PROOF_PURPOSES) });

export const takeProofSchema = z.strictObject({
  challengeId: z.uuid(),
  // One byte above what is allowed is let in, so that it is refused for its size and not as a malformed call.
  certificate: base64(CERTIFICATE_BYTES_MAX * 2),
  chain: z
    .array(base64(CERTIFICATE_BYTES_MAX * 2))
    .max(CHAIN_MAX)
    .optional(),
  signature: base64(SIGNATURE_BYTES_MAX),
  format: z.enum(['raw', 'cms']),
});
export type TakeProofInput = z.infer<typeof takeProofSchema>;

import { refuse } from '@/lib/kernel/result';
import type { CaVerifier } from '@/lib/ports/ca-verifier';

/** Judges keys by arithmetic of our own. Outside the demo the roots of the test builder are never trusted. */
export function softwareVerifier(options: { readonly takesTestRoots: boolean }): CaVerifier {
  return { judge: async () => refuse({ reason: 'no-roots', at: options.takesTestRoots ? 0 : 0 }) };
}

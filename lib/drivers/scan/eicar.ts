import type { MalwareScanner } from '@/lib/ports/malware-scanner';

/** The test text that every scanner reports (EICAR), in two halves, so that no scanner reports this file. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** The demo's scanner: knows the test text and nothing else. */
export function eicarScanner(): MalwareScanner {
  return {
    scan: async (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(EICAR)
        ? { kind: 'infected', name: 'Eicar-Test-Signature' }
        : { kind: 'clean' },
  };
}

import { paperTrail } from '@/__tests__/builders/receipt';

const FIRST_SEED = 7;

/** Paper in the demo: printed by the command, stamped and photographed by the generator, handed in through a capture link. */
export const demoPapers = paperTrail(FIRST_SEED);

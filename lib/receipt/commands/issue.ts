import 'server-only';
import type { Context } from '@/lib/access/context';
import { insertReceipt, type IssuedPaper } from '../store';

/** Puts an issued version on record, in the caller's transaction. A second current version is a unique violation. */
export const issueVersion = (tx: Context, paper: IssuedPaper): Promise<string> => insertReceipt(tx, paper);

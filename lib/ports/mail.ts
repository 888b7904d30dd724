import type { Result } from '@/lib/kernel/result';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly key: string };

/** Resolves when the provider has taken the letter. Safe to repeat with the same key. */
export type MailPort = { send(mail: Mail): Promise<Result<{ providerId: string }, 'rejected' | 'unreachable'>> };

import type { Result } from '@/lib/kernel/result';

export type Sms = { readonly to: string; readonly text: string; readonly key: string };

/** Resolves when the gateway has taken it, not when the phone has it. Safe to repeat with the same key. */
export type SmsPort = { send(sms: Sms): Promise<Result<{ providerId: string }, 'rejected' | 'unreachable'>> };

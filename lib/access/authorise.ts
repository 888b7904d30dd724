import type { Actor } from './actor';
import { POLICY, type Operation, type Subject } from './policy';

/** Thrown when somebody asks for what is not theirs. The wrappers answer as if the thing did not exist. */
export class Denied extends Error {
  constructor(readonly operation: Operation) {
    super(`denied: ${operation}`);
  }
}

export function may(actor: Actor, operation: Operation, subject: Subject = {}): boolean {
  return POLICY[operation](actor, subject);
}

/** Throws `Denied` unless the policy allows it. Called first in every command and query. */
export function authorise(actor: Actor, operation: Operation, subject: Subject = {}): void {
  if (!may(actor, operation, subject)) throw new Denied(operation);
}

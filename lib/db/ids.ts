import { v7 } from 'uuid';

/** A new id: UUIDv7, so that rows lie on disk in the order in which they came. People never see it. */
export function newId(): string {
  return v7();
}

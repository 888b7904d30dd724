import type { NameView } from '../rules/ca-view';
import { type Der, partsOf, TAG } from './der';
import { hex, oidOf } from './der-values';
import { textOf } from './texts';

/** A distinguished name: its bytes to compare, its attributes to read. */
export function readName(name: Der | undefined): NameView {
  const attributes = partsOf(name).flatMap((set) =>
    partsOf(set, TAG.set).map((attribute) => {
      const [id, value] = partsOf(attribute);
      return { oid: oidOf(id), text: value ? textOf(value) : null };
    }),
  );
  return { der: hex(name?.bytes ?? new Uint8Array()), attributes };
}

/** The addresses in the general names of a distribution point: [6], a URI. */
export function urisIn(names: readonly Der[]): string[] {
  return names.filter(({ tag }) => tag === 0x86).map(({ content }) => Buffer.from(content).toString('latin1'));
}

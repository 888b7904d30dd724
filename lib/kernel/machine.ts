/**
 * A life as one table: every change of status is an edge named by an event. Guards, buttons, audit words,
 * messages, diagrams and tests are read off it; a change without an edge cannot be written.
 */

/** Who may set an edge in motion. `clock` is the sweep of the job worker, `case` another life that carries this one. */
export type By =
  | 'enterprise'
  | 'first'
  | 'final'
  | 'notice'
  | 'maker'
  | 'checker'
  | 'window'
  | 'admin'
  | 'security'
  | 'phone'
  | 'clock'
  | 'bank'
  | 'case'
  | 'public';

export type Edge<S extends string, E extends string> = {
  readonly from: S;
  readonly event: E;
  readonly to: S;
  readonly by: readonly By[];
  /** The word that stands in the timeline and the audit log. */
  readonly word: string;
  /** Message kinds sent because of this edge; null means it was decided that nobody is told. */
  readonly tells: string | null;
  /** The kind of letter (文书) that the office issues because of this edge. */
  readonly issues?: string;
};

export type Machine<S extends string, E extends string> = {
  readonly name: string;
  readonly initial: S;
  readonly states: readonly S[];
  readonly ends: readonly S[];
  readonly edges: readonly Edge<S, E>[];
  /** The edges of `event` that leave `from`; more than one where the target depends on the case. */
  edgesFrom(from: S, event: E): readonly Edge<S, E>[];
  /** Events that some edge allows in this state. */
  eventsIn(state: S): readonly E[];
  can(from: S, event: E): boolean;
};

type Row<S extends string, E extends string> = readonly [
  from: S | readonly S[],
  event: E,
  to: S,
  by: By | readonly By[],
  word: string,
  tells: string | null,
  issues?: string,
];

/** Builds a machine; throws when a row names an unknown state, a row is doubled, or a state cannot be reached. */
export function machine<S extends string, E extends string>(
  name: string,
  shape: {
    readonly initial: S;
    readonly states: readonly S[];
    readonly ends: readonly S[];
    readonly starts?: readonly S[];
  },
  rows: readonly Row<S, E>[],
): Machine<S, E> {
  const edges = rows.flatMap(([from, event, to, by, word, tells, issues]) =>
    asList(from).map((one) => ({ from: one, event, to, by: asList(by), word, tells, ...(issues && { issues }) })),
  );
  assertSound(name, shape, edges);
  const edgesFrom = (from: S, event: E) => edges.filter((edge) => edge.from === from && edge.event === event);
  return {
    name,
    initial: shape.initial,
    states: shape.states,
    ends: shape.ends,
    edges,
    edgesFrom,
    eventsIn: (state) => [...new Set(edges.filter((edge) => edge.from === state).map((edge) => edge.event))],
    can: (from, event) => edgesFrom(from, event).length > 0,
  };
}

function asList<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function assertSound<S extends string, E extends string>(
  name: string,
  shape: { readonly initial: S; readonly states: readonly S[]; readonly ends: readonly S[] },
  edges: readonly Edge<S, E>[],
): void {
  const known = new Set<string>(shape.states);
  const seen = new Set<string>();
  for (const edge of edges) {
    if (!known.has(edge.from) || !known.has(edge.to))
      throw new Error(`${name}: unknown state in ${edge.from} → ${edge.to}`);
    const key = `${edge.from} ${edge.event} ${edge.to}`;
    if (seen.has(key)) throw new Error(`${name}: ${key} stands twice`);
    seen.add(key);
  }
  for (const state of shape.states) {
    const reached = state === shape.initial || edges.some((edge) => edge.to === state);
    if (!reached) throw new Error(`${name}: ${state} cannot be reached`);
  }
}

/** The diagram of a life in Mermaid, as it stands in the README of its area. */
export function diagram<S extends string, E extends string>(life: Machine<S, E>): string {
  const lines = life.edges.map((edge) => `  ${edge.from} --> ${edge.to}: ${edge.event}`);
  return [
    'stateDiagram-v2',
    `  [*] --> ${life.initial}`,
    ...new Set(lines),
    ...life.ends.map((end) => `  ${end} --> [*]`),
  ].join('\n');
}

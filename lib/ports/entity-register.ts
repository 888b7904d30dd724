/** One enterprise as the legal-entity register (法人库) has it; what the register does not say is left out. */
export type RegisteredEntity = {
  readonly uscc: string;
  readonly name: string;
  readonly type?: string;
  readonly legalRepresentative?: string;
  readonly registeredAddress?: string;
  /** YYYY-MM-DD. */
  readonly establishedOn?: string;
  /** As the register words it: 存续, 在业 … */
  readonly status?: string;
  /** The day that the register's data are of, YYYY-MM-DD. */
  readonly asOf: string;
};

/**
 * `why` is for staff and the log. The public reads one text for all three (无法匹配法人库): which of them it was would
 * tell a stranger what stands in the register.
 */
export type RegisterAnswer =
  | { readonly answer: 'match'; readonly entity: RegisteredEntity }
  | { readonly answer: 'no-match'; readonly why: 'unknown-uscc' | 'other-name' | 'struck-off' }
  | { readonly answer: 'unavailable' };

/** Looks up one enterprise; both USCC and name must be the register's. Never throws: silence is `unavailable`. */
export type EntityRegister = {
  lookUp(given: { readonly uscc: string; readonly name: string }): Promise<RegisterAnswer>;
};

/** Bytes from `from` on, to and with `to`. */
export type ByteRange = { readonly from: number; readonly to: number };

export type OpenFile = {
  /** Of the whole file, also where only a range of it comes. */
  readonly sizeBytes: number;
  readonly body: ReadableStream<Uint8Array>;
};

export type StoredBytes = { readonly sizeBytes: number; readonly sha256: string };

/** Where uploaded and issued bytes are kept. Keys are made by us and say nothing about the content. */
export type FileStore = {
  /**
   * Resolves when the store has confirmed what it holds, and answers that: writing the same key twice keeps the first,
   * so the answer may differ from what was given.
   */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<StoredBytes>;
  /** Null when there is nothing under this key. */
  get(key: string): Promise<Uint8Array | null>;
  /** The same as a stream, or a range of it; null when there is nothing under this key. */
  open(key: string, range?: ByteRange): Promise<OpenFile | null>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
};

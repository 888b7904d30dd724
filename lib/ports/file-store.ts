/** Where uploaded and issued bytes are kept. Keys are made by us and say nothing about the content. */
export type FileStore = {
  /** Resolves when the bytes are safely stored; writing the same key twice keeps the first. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<{ sizeBytes: number; sha256: string }>;
  /** Null when there is nothing under this key. */
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
};

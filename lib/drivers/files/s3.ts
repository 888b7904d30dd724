import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  HeadObjectCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
  type GetObjectCommandOutput,
} from '@aws-sdk/client-s3';
import type { ByteRange, FileStore, StoredBytes } from '@/lib/ports/file-store';

export type S3Options = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** Our SHA-256 stands beside the object, so that what stands under a key can be named without reading it. */
const HASH = 'sha256';

/**
 * Files in a bucket of an S3-compatible service, by path style. The service checks the SHA-256 that is sent with the
 * bytes; what it does not answer with (many stand-ins do not), is read back and counted.
 */
export function s3Files({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Options): FileStore {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Only where we say so: not every compatible service knows the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  async function standing(key: string): Promise<StoredBytes | null> {
    const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })).catch(nothing);
    const sha256 = head?.Metadata?.[HASH];
    return head && sha256 ? { sizeBytes: head.ContentLength ?? 0, sha256 } : null;
  }

  async function fetchObject(key: string, range?: ByteRange): Promise<GetObjectCommandOutput | null> {
    const Range = range && `bytes=${range.from}-${range.to}`;
    return client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range })).catch(nothing);
  }

  async function get(key: string): Promise<Uint8Array | null> {
    const found = await fetchObject(key);
    return found?.Body ? found.Body.transformToByteArray() : null;
  }

  return {
    get,
    async put(key, bytes, mediaType) {
      const before = await standing(key);
      if (before) return before;
      const digest = createHash('sha256').update(bytes).digest();
      const answer = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: mediaType,
          ContentLength: bytes.byteLength,
          ChecksumSHA256: digest.toString('base64'),
          Metadata: { [HASH]: digest.toString('hex') },
        }),
      );
      const kept = { sizeBytes: bytes.byteLength, sha256: digest.toString('hex') };
      if (answer.ChecksumSHA256 === digest.toString('base64')) return kept;
      const back = await get(key);
      if (!back) throw new Error('the file store did not keep the bytes');
      return { sizeBytes: back.byteLength, sha256: createHash('sha256').update(back).digest('hex') };
    },
    async open(key, range) {
      const found = await fetchObject(key, range);
      if (!found?.Body) return null;
      return { sizeBytes: wholeSize(found), body: found.Body.transformToWebStream() as ReadableStream<Uint8Array> };
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(nothing);
    },
  };
}

/** `bytes 0-9/4711` of a range, or the length of the whole. */
function wholeSize({ ContentRange, ContentLength }: GetObjectCommandOutput): number {
  return Number(ContentRange?.split('/').at(-1) ?? ContentLength ?? 0);
}

function nothing(error: { readonly name?: string; readonly $metadata?: { readonly httpStatusCode?: number } }): null {
  if (error.name === 'NoSuchKey' || error.$metadata?.httpStatusCode === 404) return null;
  throw error;
}

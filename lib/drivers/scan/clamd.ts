import { connect } from 'node:net';
import type { MalwareScanner, Scan } from '@/lib/ports/malware-scanner';

export type ClamdOptions = {
  /** `host:port` of clamd's TCP socket. */
  readonly address: string;
  readonly timeoutMs?: number;
};

const CHUNK_BYTES = 64 * 1024;

/** ClamAV's daemon by its INSTREAM command: length and bytes of each piece, then a length of nought. */
export function clamdScanner({ address, timeoutMs = 20_000 }: ClamdOptions): MalwareScanner {
  const { hostname, port } = new URL(`tcp://${address}`);
  return {
    scan: (bytes) =>
      new Promise<Scan>((resolve) => {
        const socket = connect({ host: hostname, port: Number(port) || 3310 });
        let answer = '';
        const end = (scan: Scan) => {
          socket.destroy();
          resolve(scan);
        };
        socket.setTimeout(timeoutMs, () => end({ kind: 'unavailable' }));
        socket.on('error', () => end({ kind: 'unavailable' }));
        socket.on('data', (part) => (answer += part.toString('latin1')));
        socket.on('close', () => resolve(readAnswer(answer)));
        socket.on('connect', () => {
          socket.write('zINSTREAM\0');
          for (let at = 0; at < bytes.length; at += CHUNK_BYTES) writePiece(bytes.subarray(at, at + CHUNK_BYTES));
          socket.write(Buffer.alloc(4));
        });
        function writePiece(piece: Uint8Array) {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(piece.length);
          socket.write(length);
          socket.write(piece);
        }
      }),
  };
}

/** `stream: OK` or `stream: Eicar-Signature FOUND`; anything else is no verdict. */
function readAnswer(answer: string): Scan {
  const text = answer.replace(/\0/g, '').trim();
  if (text === 'stream: OK') return { kind: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text);
  return found?.[1] ? { kind: 'infected', name: found[1] } : { kind: 'unavailable' };
}

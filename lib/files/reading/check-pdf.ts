import { ok, refuse, type Result } from '@/lib/kernel/result';
import { pdfText } from './pdf-tokens';
import type { PdfRefusal } from '../rules/refusals';

/** What a paper never needs: scripts, programmes started, files inside, forms that send. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia\w*|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Also never needed; too short to be looked for in compressed content, where such a name appears by chance. */
const ACTIVE_IN_OBJECTS = /\/(JS|XFA|GoToE|Rendition|Movie|Filespec)(?![A-Za-z0-9])/;

/**
 * Whether a PDF is whole and holds nothing that acts by itself. Refuses `pdf-broken` without head, end, pages or
 * readable objects, `pdf-encrypted` with any encryption, `pdf-active` with scripts, embedded files and the like.
 */
export function checkPdf(bytes: Uint8Array): Result<undefined, PdfRefusal> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const tail = Buffer.from(bytes.subarray(-2048)).toString('latin1');
  const read = /^%PDF-[12]\./.test(head) && tail.includes('%%EOF') ? pdfText(bytes) : null;
  if (!read) return refuse({ code: 'pdf-broken' });
  if (/\/Encrypt(?![A-Za-z0-9])/.test(read.objects)) return refuse({ code: 'pdf-encrypted' });
  if (!/\/Type\s*\/Pages?\b/.test(read.objects)) return refuse({ code: 'pdf-broken' });
  const isActive = ACTIVE.test(read.objects) || ACTIVE_IN_OBJECTS.test(read.objects) || ACTIVE.test(read.content);
  return isActive ? refuse({ code: 'pdf-active' }) : ok();
}

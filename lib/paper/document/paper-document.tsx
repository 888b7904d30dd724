import { Document, Page, Svg } from '@react-pdf/renderer';

import { PAPER, QR, type Rect } from '../rules/geometry';
import type { Sheet } from '../rules/sheet';
import { PageMarks } from './page-marks';
import { PrintedLines } from './printed-lines';
import type { QrModules } from './qr-code';
import { QrCode } from './qr-code';

/** Points of the PDF per mm. */
const POINTS = 72 / 25.4;
const SIZE = { width: PAPER.width * POINTS, height: PAPER.height * POINTS };

/** What a reader's properties box shows. */
export type DocumentLabels = {
  /** 收据 SJ20260001876 第2版 */
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** The kind of paper: 收据. */
  readonly kind: string;
};

/** A form is photographed and carries frame and marks for it; a letter is only read. */
export type PaperLook = { readonly qr: Rect; readonly isPhotographed: boolean };

const FORM: PaperLook = { qr: QR, isPhotographed: true };

export type PaperDocumentProps = {
  readonly labels: DocumentLabels;
  readonly sheets: readonly Sheet[];
  /** The page code of each sheet. */
  readonly qrs: readonly QrModules[];
  /** Stands in the file as the time of its making; the same every time, or the bytes would differ. */
  readonly madeAt: Date;
  readonly look?: PaperLook;
  /** Families that are asked, in this order, for a character that a typeface lacks. */
  readonly families?: readonly string[];
};

/**
 * A printed paper as a PDF: one drawing per page with the millimetre as its unit.
 *
 * Everything has its place already (a layout of its own area), so nothing is left to the layout engine of the library: it wraps
 * Chinese badly, hyphenates, and the photograph is compared with places that must be known beforehand.
 */
export function PaperDocument({ labels, sheets, qrs, madeAt, look = FORM, families = [] }: PaperDocumentProps) {
  return (
    <Document
      title={labels.title}
      author={labels.author}
      subject={labels.subject}
      language="zh-CN"
      creator={labels.kind}
      producer={labels.kind}
      creationDate={madeAt}
      modificationDate={madeAt}
    >
      {sheets.map((sheet, index) => (
        <Page key={sheet.page} size={[SIZE.width, SIZE.height]} wrap={false}>
          <Svg viewBox={`0 0 ${PAPER.width} ${PAPER.height}`} style={SIZE}>
            {look.isPhotographed && <PageMarks />}
            <QrCode modules={qrs[index] ?? []} place={look.qr} />
            <PrintedLines sheet={sheet} families={families} />
          </Svg>
        </Page>
      ))}
    </Document>
  );
}

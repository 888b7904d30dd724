import { Document, Page, Svg } from '@react-pdf/renderer';

import { PAPER } from '../rules/geometry';
import type { ReceiptModel } from '../rules/model';
import type { Sheet } from '../rules/sheet';
import { PageMarks } from './page-marks';
import { PrintedLines } from './printed-lines';
import type { QrModules } from './qr-code';
import { QrCode } from './qr-code';

/** Points of the PDF per mm. */
const POINTS = 72 / 25.4;
const SIZE = { width: PAPER.width * POINTS, height: PAPER.height * POINTS };

export type ReceiptDocumentProps = {
  readonly model: ReceiptModel;
  readonly sheets: readonly Sheet[];
  /** The page code of each sheet. */
  readonly qrs: readonly QrModules[];
  /** Stands in the file as the time of its making; the same every time, or the bytes would differ. */
  readonly madeAt: Date;
};

/**
 * The receipt as a PDF: one drawing per page with the millimetre as its unit.
 *
 * Everything has its place already (rules/layout.ts), so nothing is left to the layout engine of the library: it wraps
 * Chinese badly, hyphenates, and the photograph is compared with places that must be known beforehand.
 */
export function ReceiptDocument({ model, sheets, qrs, madeAt }: ReceiptDocumentProps) {
  return (
    <Document
      title={`收据 ${model.number} 第${model.version}版`}
      author={model.payee}
      subject={model.purpose}
      language="zh-CN"
      creator="收据"
      producer="收据"
      creationDate={madeAt}
      modificationDate={madeAt}
    >
      {sheets.map((sheet, index) => (
        <Page key={sheet.page} size={[SIZE.width, SIZE.height]} wrap={false}>
          <Svg viewBox={`0 0 ${PAPER.width} ${PAPER.height}`} style={SIZE}>
            <PageMarks />
            <QrCode modules={qrs[index] ?? []} />
            <PrintedLines sheet={sheet} />
          </Svg>
        </Page>
      ))}
    </Document>
  );
}

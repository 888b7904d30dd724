import type { CaVerifiers, CrlSource } from './ca-verifier';
import type { ConsentRenderer } from './consent-renderer';
import type { EntityRegister } from './entity-register';
import type { FileStore } from './file-store';
import type { LetterRenderer } from './letter-renderer';
import type { ListRenderer } from './list-renderer';
import type { MailPort } from './mail';
import type { MalwareScanner } from './malware-scanner';
import type { PageDrawer } from './page-drawer';
import type { PaperInspector } from './paper-inspector';
import type { PaperRenderer } from './paper-renderer';
import type { PhotographInspector } from './photograph-inspector';
import type { PictureConverter } from './picture-converter';
import type { ReceiptRenderer } from './receipt-renderer';
import type { SmsPort } from './sms';
import type { SpreadsheetReader } from './spreadsheet-reader';

/** Everything outside, each with a driver that works offline and can be read back by a test. */
export type Ports = {
  readonly files: FileStore;
  readonly mail: MailPort;
  readonly sms: SmsPort;
  readonly receipts: ReceiptRenderer;
  readonly papers: PaperRenderer;
  readonly letters: LetterRenderer;
  readonly lists: ListRenderer;
  readonly consents: ConsentRenderer;
  readonly photographs: PhotographInspector;
  readonly pictures: PictureConverter;
  readonly scans: PaperInspector;
  readonly pages: PageDrawer;
  readonly malware: MalwareScanner;
  readonly ca: CaVerifiers;
  readonly crls: CrlSource;
  /** 法人库. */
  readonly register: EntityRegister;
  readonly spreadsheets: SpreadsheetReader;
};

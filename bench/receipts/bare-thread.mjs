import { parentPort as port, workerData } from 'node:worker_threads';
import { Document, Font, Page, Text, renderToBuffer } from '@react-pdf/renderer';
import { createElement as h } from 'react';

// The PDF library by itself: one A4 page with one line of text in the same font; no frame, no code, no table, no hash.
Font.register({ family: 'regular', src: workerData.fonts.regular });

port.on('message', async ({ model }) => {
  const text = h(Text, { style: { fontFamily: 'regular', fontSize: 12 } }, `${model.number} ${model.payee}`);
  const made = new Date(0);
  const page = h(Page, { size: 'A4' }, text);
  const pdf = await renderToBuffer(h(Document, { creationDate: made, modificationDate: made }, page));
  port.postMessage(pdf.byteLength);
});

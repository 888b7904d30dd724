'use client';

import type { ComponentType } from 'react';
import { ActsGallery } from './gallery/acts';
import { DataGallery } from './gallery/data';
import { EnterpriseSample } from './gallery/enterprise-sample';
import { FieldsGallery } from './gallery/fields';
import { PartsFrame } from './gallery/parts-frame';
import { PhoneSample } from './gallery/phone-sample';
import { PortalSample } from './gallery/portal-sample';
import { StaffSample } from './gallery/staff-sample';
import { StatesGallery } from './gallery/states';
import { TaskSample } from './gallery/task-sample';

/** What `/dev/gallery?view=…` can show: parts by kind, then each frame with sample data. */
export type GalleryView = 'acts' | 'data' | 'fields' | 'states' | 'portal' | 'enterprise' | 'task' | 'staff' | 'phone';

const VIEWS: Record<GalleryView, ComponentType> = {
  acts: () => <PartsFrame current="acts" title="按钮、提示与对话框" content={<ActsGallery />} />,
  data: () => <PartsFrame current="data" title="列表、表格与进程" content={<DataGallery />} />,
  fields: () => <PartsFrame current="fields" title="表单" content={<FieldsGallery />} />,
  states: () => <PartsFrame current="states" title="页面状态" content={<StatesGallery />} />,
  portal: PortalSample,
  enterprise: EnterpriseSample,
  task: TaskSample,
  staff: StaffSample,
  phone: PhoneSample,
};

/** Every component in its states and every frame, with invented data. */
export function Gallery({ view = 'acts' }: { view?: string }) {
  const Shown = isView(view) ? VIEWS[view] : VIEWS.acts;
  return <Shown />;
}

function isView(text: string): text is GalleryView {
  return Object.hasOwn(VIEWS, text);
}

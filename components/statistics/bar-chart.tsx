'use client';

import { BarChart as Bars } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import styles from './statistics.module.css';

register([Bars, GridComponent, SVGRenderer]);

export type Bar = { readonly label: string; readonly value: number; readonly word: string };

const ROW_PX = 36;
const EDGE_PX = 12;

/**
 * Horizontal bars with their words at the end. The same figures stand in a table beside it, which is what a screen
 * reader reads and a printer prints; the drawing itself is decoration.
 */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const place = useRef<HTMLDivElement>(null);
  const height = bars.length * ROW_PX + EDGE_PX;

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    element.style.height = `${height}px`;
    const chart = init(element, null, { renderer: 'svg', height });
    chart.setOption(optionOf(bars, getComputedStyle(element)));
    const watcher = new ResizeObserver(() => chart.resize({ height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [bars, height]);

  return <div ref={place} className={styles.chart} aria-hidden />;
}

function optionOf(bars: readonly Bar[], style: CSSStyleDeclaration) {
  const token = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: token('--ink'), fontFamily: style.fontFamily, fontSize: 14 };
  return {
    animation: false,
    grid: { left: 8, right: 96, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisLine: { lineStyle: { color: token('--line-2') } },
      axisTick: { show: false },
      axisLabel: { ...text, width: 160, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        silent: true,
        itemStyle: { color: token('--blue') },
        data: bars.map(({ value }) => value),
        label: {
          ...text,
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.word ?? '',
        },
      },
    ],
  };
}

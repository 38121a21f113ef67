import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from '@zhitongche/shell/web';
import './BarsChart.css';

register([BarChart, GridComponent, TooltipComponent, LegendComponent, CanvasRenderer]);

/** One kind of amount across the categories; decimal text, null where nothing is printed. */
export interface BarSeries {
  readonly name: string;
  readonly values: readonly (string | null)[];
}

const COLOURS = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'];

/** Lying bars per category, beside or on top of each other. Only a drawing: the table next to it says the same in figures. */
export const BarsChart = ({
  categories,
  series,
  unit,
  stacked = false,
}: {
  readonly categories: readonly string[];
  readonly series: readonly BarSeries[];
  readonly unit: string;
  readonly stacked?: boolean;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const { theme } = useAppearance();
  useEffect(() => {
    if (box.current === null) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const chart = init(box.current, null, { renderer: 'canvas' });
    const axis = {
      axisLine: { lineStyle: { color: colour('--line-strong') } },
      axisLabel: { color: colour('--text-soft') },
    };
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: COLOURS.map(colour),
      textStyle: { fontFamily: colour('--font') },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, type: 'scroll', textStyle: { color: colour('--text') } },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        // Drawn, not made of HTML: the strict policy of the page allows no inline styles.
        renderMode: 'richText',
        backgroundColor: colour('--raised'),
        borderColor: colour('--line'),
        textStyle: { color: colour('--text') },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value} ${unit}` : '未公开'),
      },
      xAxis: {
        type: 'value',
        name: unit,
        splitLine: { lineStyle: { color: colour('--line') } },
        ...axis,
        axisLabel: { ...axis.axisLabel, hideOverlap: true },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [...categories],
        ...axis,
        axisLabel: { ...axis.axisLabel, width: 110, overflow: 'break' },
      },
      series: series.map(({ name, values }) => ({
        name,
        type: 'bar' as const,
        barMaxWidth: 28,
        ...(stacked ? { stack: 'all' } : {}),
        // A drawing may round; the figures themselves stay decimal text.
        data: values.map((value) => (value === null ? null : Number(value))),
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [categories, series, unit, stacked, theme]);
  return (
    <div
      className={categories.length > 4 ? 'bars-chart bars-tall' : 'bars-chart'}
      ref={box}
      aria-hidden="true"
    />
  );
};

import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from '@zhitongche/shell/web';
import type { Reply } from '@zhitongche/contract/web';
import { dayShort } from '@zhitongche/ui';

register([LineChart, GridComponent, TooltipComponent, LegendComponent, CanvasRenderer]);

type Days = Readonly<Reply<'stats'>['byDay']>;

/** A day `2026-02-03` or a month `2026-02` as the axis names it. */
const label = (day: string): string => (day.length === 7 ? `${Number(day.slice(5))}月` : dayShort(day));

/** Cases received and handled per day or month; the same figures follow as a table for those who do not see the lines. */
export const DayChart = ({
  days,
  received,
}: {
  readonly days: Days;
  /** False = only what was handled: what comes in comes to the office, not to one person. */
  readonly received: boolean;
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
      color: [colour('--chart-1'), colour('--chart-2')],
      textStyle: { fontFamily: colour('--font') },
      grid: { left: 40, right: 16, top: 36, bottom: 28 },
      legend: { top: 0, right: 0, textStyle: { color: colour('--text') } },
      tooltip: {
        trigger: 'axis',
        // Drawn, not made of HTML: the strict policy of the page allows no inline styles.
        renderMode: 'richText',
        backgroundColor: colour('--raised'),
        borderColor: colour('--line'),
        textStyle: { color: colour('--text') },
      },
      xAxis: { type: 'category', data: days.map((d) => label(d.day)), ...axis },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitLine: { lineStyle: { color: colour('--line') } },
        ...axis,
      },
      series: [
        ...(received
          ? [
              {
                name: '收到（件）',
                type: 'line' as const,
                symbol: 'circle',
                data: days.map((d) => d.received),
              },
            ]
          : []),
        {
          name: '办理（次）',
          type: 'line',
          symbol: 'triangle',
          lineStyle: { type: 'dashed' },
          data: days.map((d) => d.handled),
        },
      ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [days, received, theme]);
  return (
    <>
      <div className="day-chart" ref={box} aria-hidden="true" />
      <details>
        <summary>看数字</summary>
        <table className="stats-table">
          <thead>
            <tr>
              <th scope="col">日期</th>
              {received ? (
                <th scope="col" className="number">
                  收到（件）
                </th>
              ) : null}
              <th scope="col" className="number">
                办理（次）
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((d) => (
              <tr key={d.day}>
                <th scope="row">{label(d.day)}</th>
                {received ? <td className="number">{d.received}</td> : null}
                <td className="number">{d.handled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
};

import { memo, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Radar } from '../../api/radar.ts';
import { BlipMark } from './blip-mark.tsx';
import { BlipBubble } from './blip-bubble.tsx';
import { ringColor } from '../../components/ring-color.ts';
import { placeBlips } from '../../layout/place-blips.ts';
import { ringNameBoxes, ringNameSize } from '../../layout/ring-names.ts';
import { radarRadius, ringRadii } from '../../layout/segment.ts';
import styles from './radar-plot.module.css';

interface RadarPlotProps {
  readonly radar: Radar;
  /** The entry that is marked: the one pointed at, here or in the legend, or else the one whose details are open. */
  readonly active: string | undefined;
  /** True while an entry is pointed at: the others step back. */
  readonly pointing: boolean;
  readonly onActiveChange: (id: string | undefined) => void;
  /** The entries that pass the filter; the others are dimmed. */
  readonly matching: ReadonlySet<string>;
}

const frame = radarRadius + 8;

/** The drawing: rings, quadrants and a linked mark for each entry. */
export function RadarPlot({ radar, active, pointing, onActiveChange, matching }: RadarPlotProps): ReactElement {
  const { blips, blipRadius } = useMemo(() => placeBlips(radar), [radar]);
  const pointed = blips.find(blip => blip.entry.id === active);
  return (
    <svg
      className={styles.plot}
      viewBox={`${-frame} ${-frame} ${2 * frame} ${2 * frame}`}
      role="group"
      data-testid="radar-plot"
      aria-label={`${radar.title}: ${blips.length} entries`}
    >
      <Grid radar={radar} />
      <g data-pointing={pointing} className={styles.blips} onMouseLeave={() => onActiveChange(undefined)}>
        {blips.map(blip => (
          <BlipMark
            key={blip.entry.id}
            blip={blip}
            radius={blipRadius}
            radar={radar}
            active={blip === pointed}
            dimmed={!matching.has(blip.entry.id)}
            onActiveChange={onActiveChange}
          />
        ))}
      </g>
      {pointed && pointing ? <BlipBubble blip={pointed} radius={blipRadius} limit={frame} /> : null}
    </svg>
  );
}

const Grid = memo(function Grid({ radar }: { readonly radar: Radar }): ReactElement {
  const { rings, quadrants } = radar;
  const angle = (2 * Math.PI) / quadrants.length;
  return (
    <g aria-hidden="true">
      {rings.toReversed().map((ring, fromOutside) => {
        const index = rings.length - 1 - fromOutside;
        const { outer } = ringRadii(index, rings.length);
        return <circle key={ring.id} className={styles.ring} style={ringColor(ring, index)} r={outer} />;
      })}
      {quadrants.map((quadrant, index) => (
        <line
          key={quadrant.id}
          className={styles.axis}
          x2={radarRadius * Math.cos(index * angle)}
          y2={radarRadius * Math.sin(index * angle)}
        />
      ))}
      {ringNameBoxes(rings).map(({ y }, index) => (
        <text
          key={rings[index]?.id}
          className={styles.ringName}
          style={ringColor(rings[index], index)}
          y={y}
          fontSize={ringNameSize}
        >
          {rings[index]?.name}
        </text>
      ))}
    </g>
  );
});

import type { JSX } from 'react';

export interface KarezStep {
  readonly name: string;
  /** When it was done, by when it will be, how long it takes. */
  readonly note?: string;
}

interface KarezLineProps {
  readonly label: string;
  /** Four to seven. */
  readonly steps: readonly KarezStep[];
  /** Index of the step at work; `plan`: a guide, nothing has begun; `finished`: the water has come out. */
  readonly at: number | 'plan' | 'finished';
}

type StepState = 'done' | 'now' | 'to-come';

const width = 1080;
const mouth = 127;

/** A procedure as a karez: water has come as far as the case has come. The drawing is decoration, the list says everything. */
export function KarezLine({ label, steps, at }: KarezLineProps): JSX.Element {
  const states = steps.map((_, index) => stateOf(index, at));
  const kind = at === 'plan' ? 'kz full plan' : at === 'finished' ? 'kz full' : 'kz';
  return (
    <div className={kind}>
      <KarezDrawing states={states} wetTo={typeof at === 'number' ? at : steps.length - 1} />
      <ol aria-label={label}>
        {steps.map(({ name, note }, index) => (
          <li key={name} className={states[index]} aria-current={states[index] === 'now' ? 'step' : undefined}>
            <i aria-hidden="true" />
            <b>{name}</b>
            {note}
          </li>
        ))}
      </ol>
    </div>
  );
}

function stateOf(index: number, at: KarezLineProps['at']): StepState {
  if (at === 'finished') return 'done';
  if (at === 'plan' || index > at) return 'to-come';
  return index < at ? 'done' : 'now';
}

function KarezDrawing({ states, wetTo }: { states: readonly StepState[]; wetTo: number }): JSX.Element {
  const column = width / states.length;
  const shafts = states.map((state, index) => ({ state, x: (index + 0.5) * column }));
  const last = shafts.at(-1)!.x;
  const wet = shafts[wetTo]!.x;
  return (
    <svg viewBox={`0 0 ${width} 168`} aria-hidden="true" focusable="false">
      <Ground last={last} column={column} />
      {shafts.slice(0, -1).map(({ x }) => (
        <Shaft key={x} x={x} />
      ))}
      <path className="dry" d={`M${column / 2} ${bed(column / 2)}L${last - 0.27 * column} ${bed(last)}`} />
      <path className="wet" d={`M${column / 2} ${bed(column / 2)}L${wet} ${bed(wet)}`} />
      <path className="hl" d={`M${column / 2} ${bed(column / 2) - 2.5}L${wet} ${bed(wet) - 2.5}`} />
      <Poplars x={last + 44} />
      {shafts.map(({ state, x }, index) => (
        <Node key={x} state={state} x={x} y={index === shafts.length - 1 ? 134 : bed(x)} />
      ))}
    </svg>
  );
}

/** The channel falls gently, as the real ones do. */
const bed = (x: number): number => round(128 + (6 * x) / width);
/** The surface falls faster, until the channel comes out of it. */
const surface = (x: number): number => round(34 + 0.0066 * x ** 1.3);
const round = (value: number): number => Math.round(value * 10) / 10;

function Ground({ last, column }: { last: number; column: number }): JSX.Element {
  const edge = last - 0.74 * column;
  const foot = last - 0.3 * column;
  const fall = surface(edge);
  const at = (x: number, part: number): number => round(x + part * column);
  return (
    <>
      <path
        className="e1"
        d={`M0 34Q${round(edge / 2)} 47.3 ${round(edge)} ${fall}C${at(edge, 0.18)} ${fall + 4} ${at(foot, -0.14)} ${mouth - 3} ${round(foot)} ${mouth}H${width}V168H0z`}
      />
      <path
        className="e2"
        d={`M0 78Q${round(edge / 2)} 86.3 ${round(edge)} ${fall + 26}C${at(edge, 0.2)} ${fall + 30} ${at(foot, -0.12)} ${mouth + 6} ${at(foot, 0.02)} ${mouth + 8}H${width}V168H0z`}
      />
      <path className="e3" d={`M0 148Q540 150 ${width} 156V168H0z`} />
      <path className="pool" d={`M${round(foot)} ${mouth + 2}H${width}v14H${at(foot, 0.08)}z`} />
    </>
  );
}

/** A well: the heap that was dug out, and the shaft down to the channel. */
function Shaft({ x }: { x: number }): JSX.Element {
  const top = surface(x) - 9;
  return (
    <>
      <path className="e2" d={`M${x - 40} ${round(top + 13)}q20-3 32-13h16q12 10 32 13z`} />
      <rect className="sh" x={x - 5} y={round(top)} width="10" height={round(bed(x) - top)} />
    </>
  );
}

function Node({ state, x, y }: { state: StepState; x: number; y: number }): JSX.Element {
  return (
    <>
      <circle className={`nd ${state}`} cx={x} cy={y} r="15" />
      {state === 'done' && <path className="tick" d={`M${x - 6} ${y}l4.5 5l8-9.5`} />}
      {state === 'now' && <path className="drop" d={`M${x} ${y - 8.5}c4 5 6 7.5 6 10.5a6 6 0 0 1-12 0c0-3 2-5.5 6-10.5z`} />}
    </>
  );
}

function Poplars({ x }: { x: number }): JSX.Element {
  return (
    <>
      <path className="leaf" d={`M${x} 128c-5.8-6.8-5.1-24.5 0-34c5.1 9.5 5.8 27.9 0 34z`} />
      <path className="leaf" d={`M${x + 14} 128c-7.5-8.8-6.6-31.7 0-44c6.6 12.3 7.5 36.1 0 44z`} />
      <path className="leaf" d={`M${x + 28} 128c-6.5-7.6-5.7-27.4 0-38c5.7 10.6 6.5 31.2 0 38z`} />
    </>
  );
}

import { PI, cos, max, min, sin, sqrt } from './arithmetic';

/** In mm on the desk, from the sheet's top left corner, or in pixels of the picture: the name says which. */
export type Place = { readonly x: number; readonly y: number };

export type View = {
  readonly width: number;
  readonly height: number;
  /** Between the line of sight and the plumb line on the sheet. */
  readonly tiltDegrees: number;
  /** From which side the phone leans over the sheet; 0 = from its left, 90 = from its top. */
  readonly leanDegrees: number;
  /** How far the sheet lies turned in the picture, clockwise. */
  readonly turnDegrees: number;
  /** Share of the picture that the sheet's longer reach fills. */
  readonly fill: number;
  /** What the phone is pointed at, in mm beside the sheet's middle. */
  readonly aside: Place;
};

export type Camera = {
  readonly view: View;
  /** Where a place of the desk (mm), or so far above it, appears in the picture (pixels). */
  appears(desk: Place, above?: number): Place;
  /** Which place `above` the desk lies on the ray that meets it at this place. */
  onRay(desk: Place, above: number): Place;
  /** Rays for a whole line of pixels: the desk's mm for pixel x are (ax + x·bx) / (az + x·bz), the same for y. */
  line(y: number): Ray;
};

export type Ray = { ax: number; bx: number; ay: number; by: number; az: number; bz: number };

type Vector = readonly [number, number, number];

const SHEET = { width: 210, height: 297 };
/** The main camera of a phone, 26 mm on the old film: its picture is as long as 1 / 0.78 of its focal length. */
const FOCAL_SHARE = 0.78;

/** A pinhole above the sheet. The desk is the plane z = 0, x to the right, y down the sheet, z into the desk. */
export function camera(view: View): Camera {
  let distance = 400;
  for (let round = 0; round < 12; round += 1) distance *= reach(cameraAt(view, distance)) / view.fill;
  return cameraAt(view, distance);
}

/** Share of the picture's width or height (the larger) that the sheet takes. */
function reach({ appears, view }: Camera): number {
  const corners = [0, SHEET.width].flatMap((x) => [0, SHEET.height].map((y) => appears({ x, y })));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const across = (max(...xs) - min(...xs)) / view.width;
  const down = (max(...ys) - min(...ys)) / view.height;
  return max(across, down);
}

function cameraAt(view: View, distance: number): Camera {
  const focal = FOCAL_SHARE * max(view.width, view.height);
  const forward = sight(view);
  const [right, down] = axes(forward, radians(view.turnDegrees));
  const target: Vector = [SHEET.width / 2 + view.aside.x, SHEET.height / 2 + view.aside.y, 0];
  const eye = plus(target, forward, -distance);
  return {
    view,
    appears: ({ x, y }, above = 0) => {
      const from: Vector = [x - eye[0], y - eye[1], -above - eye[2]];
      const depth = dot(from, forward);
      return {
        x: view.width / 2 + (focal * dot(from, right)) / depth,
        y: view.height / 2 + (focal * dot(from, down)) / depth,
      };
    },
    onRay: ({ x, y }, above) => {
      const share = above / -eye[2];
      return { x: x + (eye[0] - x) * share, y: y + (eye[1] - y) * share };
    },
    line: (y) => {
      const start = plus(plus(times(forward, focal), right, 0.5 - view.width / 2), down, y + 0.5 - view.height / 2);
      return {
        ax: eye[0] * start[2] - eye[2] * start[0],
        bx: eye[0] * right[2] - eye[2] * right[0],
        ay: eye[1] * start[2] - eye[2] * start[1],
        by: eye[1] * right[2] - eye[2] * right[1],
        az: start[2],
        bz: right[2],
      };
    },
  };
}

function sight({ tiltDegrees, leanDegrees }: View): Vector {
  const tilt = radians(tiltDegrees);
  const lean = radians(leanDegrees);
  return [sin(tilt) * cos(lean), sin(tilt) * sin(lean), cos(tilt)];
}

/** The picture's right and down, seen in the desk's directions. */
function axes(forward: Vector, turn: number): readonly [Vector, Vector] {
  const level = unit(plus([1, 0, 0], forward, -forward[0]));
  const below = cross(forward, level);
  return [plus(times(level, cos(turn)), below, -sin(turn)), plus(times(below, cos(turn)), level, sin(turn))];
}

const radians = (degrees: number) => (degrees * PI) / 180;
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const plus = (a: Vector, b: Vector, by: number): Vector => [a[0] + b[0] * by, a[1] + b[1] * by, a[2] + b[2] * by];
const unit = (a: Vector) => times(a, 1 / sqrt(dot(a, a)));
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

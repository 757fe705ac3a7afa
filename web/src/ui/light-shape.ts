import type { Status } from "../api.ts";
import type { Colour } from "./tokens.ts";

/** How a light looks: own colour and own outline (in a box of 16), so that it reads without colour. */
export interface LightShape {
  readonly colour: Colour;
  readonly outline: string;
  /** drawn over the outline, in the surface's colour where the shape is filled */
  readonly mark: string | null;
  readonly fill: "solid" | "hatched" | "open";
}

const circle = "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z";
const square = "M2 2h12v12h-12z";
const triangle = "M8 1.5l7 12.5h-14z";
const triangleDown = "M8 14.5l7-12.5h-14z";
const diamond = "M8 .8l7.2 7.2l-7.2 7.2l-7.2-7.2z";
const hexagon = "M4.2 1.5h7.6l3.7 6.5l-3.7 6.5h-7.6l-3.7-6.5z";

export const lightShapes: Record<Status, LightShape> = {
  achieved: { colour: "green", outline: circle, mark: "M4.8 8.2l2.3 2.4l4.2-4.8", fill: "solid" },
  "on-track": { colour: "green", outline: circle, mark: "M5 8h5.6M8.4 5.4l2.6 2.6l-2.6 2.6", fill: "solid" },
  behind: { colour: "amber", outline: triangle, mark: "M8 6v4M8 11.4v1", fill: "solid" },
  "far-behind": { colour: "red", outline: diamond, mark: "M8 4.4v4.4M8 10.4v1.2", fill: "solid" },
  missed: { colour: "red", outline: square, mark: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6", fill: "solid" },
  regressed: { colour: "red", outline: triangleDown, mark: "M8 4v5M5.8 7l2.2 2.4l2.2-2.4", fill: "solid" },
  "no-data": { colour: "grey", outline: square, mark: null, fill: "hatched" },
  incomparable: { colour: "violet", outline: circle, mark: "M4.8 6.4h6.4M4.8 9.6h6.4M10 4.4l-4 7.2", fill: "open" },
  "not-computable": { colour: "violet", outline: square, mark: "M4.8 8h6.4M8 4.9v.6M8 10.5v.6", fill: "open" },
  judgement: { colour: "accent", outline: hexagon, mark: "M6.2 6.2a1.9 1.9 0 1 1 1.8 2.5v.8M8 11.4v.6", fill: "open" },
  "not-due": { colour: "grey", outline: circle, mark: "M8 4.6v3.6l2.4 1.6", fill: "open" },
};

/** From the worst to the best, for sorting what should be seen first. */
export const worstFirst: readonly Status[] = [
  "missed",
  "regressed",
  "far-behind",
  "behind",
  "no-data",
  "incomparable",
  "not-computable",
  "judgement",
  "not-due",
  "on-track",
  "achieved",
];

export function severity(status: Status): number {
  return worstFirst.indexOf(status);
}

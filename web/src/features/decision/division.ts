import { useQuery } from "@tanstack/react-query";
import { findOverlap } from "@yuanbiao/core/area";
import { type Ref, readArea, readAreas, readIndicators, type Target } from "../../api.ts";
import { useText } from "../../text/text.ts";
import type { Managed } from "./request.ts";

export interface Division {
  readonly areas: Ref[];
  readonly addsUp: boolean;
  /** Two of the chosen areas of which one lies within the other. */
  readonly overlapOf: (chosen: readonly string[]) => { readonly inner: string; readonly outer: string } | null;
}

/** The areas that a target may be divided among, and whether their figures add up to its own. */
export function useDivision({ area, indicator }: Target, { parts }: Managed): Division {
  const { language } = useText();
  const all = useQuery({
    queryKey: ["areas", language, {}],
    queryFn: ({ signal }) => readAreas({}, signal),
  });
  const whole = useQuery({
    queryKey: ["area", language, area.code, {}],
    queryFn: ({ signal }) => readArea(area.code, {}, signal),
  });
  const indicators = useQuery({
    queryKey: ["indicators", language, {}],
    queryFn: ({ signal }) => readIndicators({}, signal),
  });
  const members = (whole.data?.members ?? []).filter(({ to }) => to === null).map((member) => member.area);
  const planned = parts.flatMap((part) => (part.area === null ? [] : [part.area]));
  const areas = new Map([...members, ...planned].map((one) => [one.code, one]));
  const rollUp = indicators.data?.find(({ code }) => code === indicator.code)?.rollUp;
  const memberships = (all.data ?? []).flatMap(({ code, parents }) =>
    parents.map((parent) => ({ area: code, parent: parent.area.code })),
  );
  const nameOf = (code: string): string => areas.get(code)?.name ?? code;
  return {
    areas: [...areas.values()],
    addsUp: rollUp === "sum" || rollUp === "union",
    overlapOf: (chosen) => {
      const overlap = findOverlap(chosen, memberships);
      return overlap === null ? null : { inner: nameOf(overlap[0]), outer: nameOf(overlap[1]) };
    },
  };
}

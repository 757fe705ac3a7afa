import type { Target } from "@yuanbiao/core/target";
import type { Task } from "@yuanbiao/core/task";
import { demoYear } from "./demo-figures.ts";
import { demoParks } from "./demo-places.ts";

const empty = {
  ...{ valueMax: null, tolerance: null, memberComparator: null, members: [], start: null, readings: [], band: null },
  ...{ series: null, nestedIn: null, decomposition: [], conflicts: [], decision: null, note: null, noteEn: null },
} as const;

function target(own: Partial<Target> & Pick<Target, "id" | "name" | "nameEn" | "area" | "indicator">): Target {
  return {
    ...{ kind: "target", areaBasis: "stated", caliber: "yx-park", due: null, comparator: "gte", value: null },
    ...{ nature: "expected", aspirational: false, path: null, citations: [{ document: "yx-plan", clause: "三" }] },
    ...{ owes: null, owesBasis: null },
    ...empty,
    members: [],
    readings: [],
    decomposition: [],
    conflicts: [],
    ...own,
  };
}

/** How much a park has promised over where it began; some are easy, some are not. */
const reach: Readonly<Record<string, readonly [share: number, firms: number]>> = {
  "yx-hitech": [40, 330],
  "yx-river": [30, 170],
  "yx-north": [24, 110],
  "yx-port": [15, 40],
  "yx-green": [40, 62],
  "yx-lake": [53, 140],
};

/** The targets of every park: a share and a count along the plan's path, a milestone, and a number-less promise. */
export function demoTargets(firstYear: number, dueYear: number): Target[] {
  const due = String(dueYear);
  return demoParks.flatMap((park): Target[] => {
    const [share, firms] = reach[park] ?? [30, 100];
    const short = park.replace("yx-", "");
    const base = String(firstYear);
    // One plan says "more than", so that reaching the number is not enough there.
    const isMore = park === "yx-river";
    return [
      target({
        ...{ id: `YX-${short}-share`, area: park, indicator: "yx-new-share", due, value: String(share) },
        name: `战略性新兴产业产值占比达到${share}%以上`,
        nameEn: `Strategic emerging industries at least ${share} %`,
        path: {
          ...{ kind: "document", shape: "linear" },
          points: [
            { period: base, value: demoYear(park, "yx-new-share", 0) },
            { period: due, value: String(share) },
          ],
        },
        ...{ owes: "yx-stat", owesBasis: "document" },
      }),
      target({
        ...{ id: `YX-${short}-firms`, area: park, indicator: "yx-hightech", due, value: String(firms) },
        ...{ comparator: isMore ? "gt" : "gte", nature: park === "yx-hitech" ? "binding" : "expected" },
        name: `高新技术企业${isMore ? "超过" : "达到"}${firms}家`,
        nameEn: `${isMore ? "More than " : ""}${firms} high-tech enterprises`,
        path: {
          ...{ kind: "document", shape: "linear" },
          points: [
            { period: base, value: demoYear(park, "yx-hightech", 0) },
            { period: due, value: String(firms) },
          ],
        },
        ...{ owes: "yx-sti", owesBasis: "document" },
      }),
      target({
        ...{ id: `YX-${short}-platform`, area: park, indicator: "yx-platform", due, comparator: "milestone" },
        name: "建成公共技术服务平台",
        nameEn: "A public technology platform in service",
        ...{ owes: "yx-sti", owesBasis: "suggested" },
      }),
    ];
  });
}

/** What the plan promises without a number. */
export function demoPromise(): Target {
  return target({
    ...{ id: "YX-alliance", area: "yx-zone", indicator: "yx-alliance", comparator: "judgement" },
    name: "培育一批产业技术联盟",
    nameEn: "Foster a number of technology alliances",
    ...{ owes: "yx-sti", owesBasis: "document" },
  });
}

export function demoTasks(dueYear: number): Task[] {
  const names = [
    ["yx-task-1", "建设公共技术服务平台", "Build public technology platforms", "yx-sti"],
    ["yx-task-2", "完善园区统计制度", "Complete the statistics of parks", "yx-stat"],
    ["yx-task-3", "培育规模以上企业", "Foster above-scale enterprises", "yx-miit"],
  ] as const;
  return names.map(([code, name, nameEn, department]) => ({
    ...{ code, name, nameEn, kind: "key-task", area: "yx-zone", section: "主要任务", sectionEn: "Main tasks" },
    ...{ departments: [department, "yx-office"], due: String(dueYear), dueBasis: "inherited" },
    ...{ document: "yx-plan", clause: "四", note: null, noteEn: null },
  }));
}

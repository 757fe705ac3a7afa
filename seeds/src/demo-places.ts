import type { Area, Membership } from "@yuanbiao/core/area";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";

/** A city that does not exist: every figure of it is made up, and its pages say so. */
export const demoCity = "yunxi";

const unnoted = { note: null, noteEn: null } as const;
const undated = { from: null, to: null } as const;

const parkNames = [
  ["yx-hitech", "云溪高新区", "Yunxi High-tech Zone", "yx-hitech-admin"],
  ["yx-river", "临江经开区", "Riverside Development Zone", "yx-river-admin"],
  ["yx-north", "北岭产业园", "Beiling Industrial Park", "yx-north-admin"],
  ["yx-port", "港口物流园", "Port Logistics Park", "yx-port-admin"],
  ["yx-green", "绿谷生态园", "Green Valley Park", "yx-green-admin"],
  ["yx-lake", "星湖软件园", "Starlake Software Park", "yx-lake-admin"],
] as const;
export const demoParks = parkNames.map(([code]) => code);
export type DemoPark = (typeof demoParks)[number];

function area(code: string, name: string, nameEn: string, more: Partial<Area> = {}): Area {
  return {
    ...{ code, name, nameEn, kind: "park", city: demoCity, aliases: [], openEnded: false, department: null },
    ...undated,
    ...unnoted,
    ...more,
  };
}

export const demoAreas: Area[] = [
  area(demoCity, "云溪市（演示）", "Yunxi (demonstration)", { kind: "city" }),
  area("yx-zone", "云溪自主创新示范区", "Yunxi Innovation Demonstration Zone", { kind: "zone" }),
  ...parkNames.map(([code, name, nameEn, department]) => area(code, name, nameEn, { department })),
];

export const demoMemberships: Membership[] = demoParks.flatMap((park): Membership[] => {
  const rest = { basis: "text", ...undated, document: "yx-plan", clause: "二" } as const;
  return [
    { area: park, parent: demoCity, kind: "administrative", role: null, ...rest },
    { area: park, parent: "yx-zone", kind: "member", role: park === "yx-hitech" ? "core" : "covered", ...rest },
  ];
});

function department(code: string, name: string, nameEn: string): Department {
  return {
    ...{ code, name, nameEn, city: demoCity, aliases: [], members: [], successor: null, successionBasis: null },
    ...undated,
    ...unnoted,
  };
}

export const demoDepartments: Department[] = [
  department("yx-stat", "云溪市统计局", "Yunxi Statistics Bureau"),
  department("yx-sti", "云溪市科技局", "Yunxi Science and Technology Bureau"),
  department("yx-miit", "云溪市工信局", "Yunxi Industry Bureau"),
  department("yx-office", "领导小组办公室", "Office of the leading group"),
  ...parkNames.map(([, name, nameEn, code]) => department(code, `${name}管委会`, `${nameEn} Committee`)),
];

function document(code: string, name: string, nameEn: string, more: Partial<PolicyDocument>): PolicyDocument {
  return {
    ...{ code, name, nameEn, kind: "policy", number: null, publisher: "云溪市人民政府", publishedOn: null },
    ...{ validity: "in-force", address: null, grade: "original" },
    ...unnoted,
    ...more,
  };
}

/** The documents of the demonstration, dated before its first year. */
export function demoDocuments(firstYear: number): PolicyDocument[] {
  return [
    document(
      "yx-plan",
      "云溪市产业园区高质量发展行动方案（演示）",
      "Action plan for industrial parks (demonstration)",
      {
        number: `云政发〔${firstYear}〕1号（演示）`,
        publishedOn: `${firstYear}-01-15`,
      },
    ),
    document("yx-bulletin", "云溪市园区统计资料（演示）", "Statistics of the parks (demonstration)", {
      ...{ kind: "page", validity: null, publisher: "云溪市统计局", grade: "official" },
    }),
  ];
}

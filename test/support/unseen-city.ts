import { writeFileSync } from "node:fs";
import { join } from "node:path";

const sheets: Record<string, string> = {
  "city.json": '{"city": "newtown"}',
  "documents.csv": `code,name,nameEn,kind,number,publisher,publishedOn,validity,address,grade,note,noteEn
nt-plan,新城市园区计划（测试）,Newtown plan (test),policy,新政〔2020〕1号,新城市人民政府,2020-01-01,in-force,,original,,
`,
  "departments.csv": `code,name,nameEn,aliases,members,from,to,successor,successionBasis,note,noteEn
nt-statistics,新城市统计局,Newtown statistics,,,,,,,,
`,
  "areas.csv": `code,name,nameEn,kind,aliases,openEnded,from,to,department,note,noteEn
newtown,新城市,Newtown,city,,false,,,,,
nt-park,新城园区,Newtown park,park,,false,,,,,
`,
  "calibers.csv": `code,name,nameEn,scope,population,denominator,level,price,classification
nt-all,全市口径,Whole city,全市,,,,,
`,
  "indicators.csv": `code,name,nameEn,unit,measure,direction,timing,decimals,whole,numerator,denominator,rollUp,department,departmentFrom,departmentTo,definition,definitionEn
nt-share,新兴产业比重,New industries' share,%,ratio,up,point,1,false,,,ratio-of-sums,nt-statistics,,,,
`,
  "targets.csv": `id,name,nameEn,kind,area,areaBasis,indicator,caliber,due,comparator,value,valueMax,tolerance,memberComparator,members,start,nature,aspirational,pathKind,pathShape,pathPoints,bandMin,bandMax,bandUnit,series,nestedIn,conflicts,owes,owesBasis,decision,note,noteEn
N1,新兴产业比重达到30%,Share of 30 %,target,newtown,stated,nt-share,nt-all,2025,gte,30,,,,,,binding,false,document,linear,2020=20|2025=30,,,,,,,nt-statistics,suggested,,,
N2,园区新兴产业比重达到40%,Park's share of 40 %,target,nt-park,stated,nt-share,nt-all,2025,gte,40,,,,,,expected,false,document,linear,2020=20|2025=40,,,,,,,nt-statistics,suggested,,,
`,
  "citations.csv": `target,document,clause
N1,nt-plan,一（一）
N2,nt-plan,一（二）
`,
  "observations.csv": `id,area,indicator,caliber,period,periodBasis,state,value,text,textEn,unit,qualifier,stage,role,reportedGrowth,priorComparable,document,clause,publishedOn,class,note,noteEn
N-1,newtown,nt-share,nt-all,2022,stated,value,24.5,,,%,=,final,reported,,,nt-plan,二,2023-03,public,,
N-2,newtown,nt-share,nt-all,2023,stated,value,26,,,%,=,final,reported,,,nt-plan,二,2024-03,public,,
`,
  "tasks.csv": `code,name,nameEn,kind,area,section,sectionEn,departments,due,dueBasis,document,clause,note,noteEn
N-T1,建设园区,Build the park,key-task,newtown,一,One,nt-statistics,2025,stated,nt-plan,一,,
`,
};

/** Writes the data folder of a city that no code knows of; all its figures are made up for tests. */
export function writeUnseenCity(folder: string): void {
  for (const [name, text] of Object.entries(sheets)) writeFileSync(join(folder, name), text);
}

import { countRows } from "@yuanbiao/db/contract/census";
import { listEvaluationSteps } from "@yuanbiao/db/queries/evaluation";
import { countJobs } from "@yuanbiao/db/queries/job";
import { makeApp } from "@yuanbiao/server/app";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import type { Handle } from "@yuanbiao/server/job/request";
import { makeRunner, type Runner } from "@yuanbiao/server/job/run";
import { JobList, JobView } from "@yuanbiao/server/job/shape";
import { tidy } from "@yuanbiao/server/job/tidy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type Hall, match, openHall, publishScheme, readRun, readyRun } from "./support/assessing.ts";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { refused } from "./support/reporting.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 600_000);
afterAll(() => server.stop());

const async = { prefer: "respond-async" };
type Job = z.infer<typeof JobView>;

describe.each(["sqlite", "postgres"] as const)("a request that is put off, on %s", (engine) => {
  let hall: Hall;
  let handle: Handle;
  beforeAll(async () => {
    hall = await openHall(engine === "sqlite" ? {} : { databaseUrl: await server.createDatabase() });
    await publishScheme(hall, "yunxi-2018");
    hall.served.context.jobs.onNudge(() => undefined);
    const app = makeApp(hall.served.context);
    handle = (request, env) => app.fetch(request, env);
  }, 120_000);
  afterAll(() => hall.close());

  const runner = (name: string, how: Handle = handle): Runner =>
    makeRunner(hall.served.context, { handle: how, duties: { tidy }, name });
  const putOffSeal = async (id: string, headers: Record<string, string> = {}): Promise<Job> => {
    const { version } = await readRun(hall, id);
    const { assessor } = hall.people;
    const asked = { ...match(version), ...async, ...headers };
    const response = await assessor.send("POST", `/api/evaluations/${id}/seal`, {}, asked);
    expect(response.status).toBe(202);
    const job = JobView.parse(await response.json());
    expect(response.headers.get("location")).toBe(`/api/jobs/${job.id}`);
    return job;
  };
  const answerOf = ({ id }: Job) => hall.people.assessor.ask(`/api/jobs/${id}/answer`);
  const sealsOf = async (id: string) =>
    (await listEvaluationSteps(hall.served.store, { asOf: null }, id)).filter(({ kind }) => kind === "sealed").length;

  it("is done later, and its answer is the one that waiting would have got", async () => {
    await readyRun(hall, "later", "yunxi-2018");
    const job = await putOffSeal("later");
    expect(await refused(answerOf(job))).toEqual([409, "job-under-way"]);
    expect((await readRun(hall, "later")).seal).toBeNull();
    expect(await runner("one").runOne()).toBe(true);
    expect(await runner("one").runOne()).toBe(false);
    const answered = await answerOf(job);
    expect(answered.status).toBe(200);
    expect(EvaluationView.parse(await answered.json()).seal).toEqual((await readRun(hall, "later")).seal);
    expect((await readRun(hall, "later")).seal).not.toBeNull();
  });

  it("with the same key is the same job; with another content it is refused", async () => {
    await readyRun(hall, "keyed", "yunxi-2018");
    const first = await putOffSeal("keyed", { "idempotency-key": "k1" });
    expect((await putOffSeal("keyed", { "idempotency-key": "k1" })).id).toBe(first.id);
    const other = { ...match(1), ...async, "idempotency-key": "k1" };
    const sent = hall.people.assessor.send("POST", "/api/evaluations/later/seal", {}, other);
    expect(await refused(sent)).toEqual([422, "idempotency-conflict"]);
    while (await runner("one").runOne());
    expect(await sealsOf("keyed")).toBe(1);
  });

  it("is taken by one of several processes", async () => {
    const { assessor } = hall.people;
    const sent = Array.from({ length: 12 }, () =>
      assessor.ask("/api/evaluations/later/ranking.xlsx", { headers: async }),
    );
    for (const response of await Promise.all(sent)) expect(response.status).toBe(202);
    const taken: string[] = [];
    const noting: Handle = (request, env) => {
      taken.push(request.headers.get("idempotency-key") ?? "");
      return handle(request, env);
    };
    const work = async (name: string) => {
      const one = runner(name, noting);
      while (await one.runOne());
    };
    await Promise.all(["a", "b", "c", "d"].map(work));
    expect(taken).toHaveLength(12);
    expect(new Set(taken).size).toBe(12);
  });

  it("whose process ended before it began is done by the next, once its time is over", async () => {
    await readyRun(hall, "fallen", "yunxi-2018");
    const job = await putOffSeal("fallen");
    const fallen: Handle = () => new Promise(() => undefined);
    void runner("fallen", fallen).runOne();
    await expect
      .poll(async () => JobView.parse(await hall.people.assessor.read(`/api/jobs/${job.id}`)).state)
      .toBe("running");
    expect(await runner("next").runOne()).toBe(false);
    hall.passSeconds(121);
    expect(await runner("next").runOne()).toBe(true);
    expect((await answerOf(job)).status).toBe(200);
    expect(await sealsOf("fallen")).toBe(1);
  });

  it("whose process ended after the change is not changed twice, and says so", async () => {
    await readyRun(hall, "lost", "yunxi-2018");
    const job = await putOffSeal("lost");
    // The change is made, and the process ends before it can say so.
    const lost: Handle = async (request, env) => {
      await handle(request, env);
      return new Promise(() => undefined);
    };
    void runner("lost", lost).runOne();
    await expect.poll(() => sealsOf("lost")).toBe(1);
    hall.passSeconds(121);
    expect(await runner("next").runOne()).toBe(true);
    const answer = await answerOf(job);
    expect([200, 409]).toContain(answer.status);
    if (answer.status === 409) expect(await answer.json()).toMatchObject({ code: "job-answer-lost" });
    expect(await sealsOf("lost")).toBe(1);
  });

  it("that ends its process again and again is given up", async () => {
    const { assessor } = hall.people;
    const response = await assessor.ask("/api/evaluations/later/ranking.xlsx", { headers: async });
    const job = JobView.parse(await response.json());
    for (const begun of [1, 2, 3]) {
      void runner(`fallen ${begun}`, () => new Promise(() => undefined)).runOne();
      const attempts = async () => JobView.parse(await assessor.read(`/api/jobs/${job.id}`)).attempts;
      await expect.poll(attempts).toBe(begun);
      hall.passSeconds(121);
    }
    expect(await runner("fourth").runOne()).toBe(true);
    expect(await refused(answerOf(job))).toEqual([500, "job-given-up"]);
  });

  it("is its owner's alone, and is refused before it is put off where there is no right", async () => {
    const { assessor, leader } = hall.people;
    const { items } = JobList.parse(await assessor.read("/api/jobs"));
    const id = items[0]?.id ?? "";
    expect(await refused(leader.ask(`/api/jobs/${id}`))).toEqual([404, "unknown-job"]);
    expect(await refused(leader.ask(`/api/jobs/${id}/answer`))).toEqual([404, "unknown-job"]);
    const denied = leader.send("POST", "/api/evaluations/later/seal", {}, { ...match(1), ...async });
    expect(await refused(denied)).toEqual([403, "forbidden"]);
  });

  it("and was forgotten after a week", async () => {
    await hall.passTo("2026-11-11");
    const { store } = hall.served;
    expect((await countRows(store)).idempotency).toBeGreaterThan(0);
    expect(await tidy.run(hall.served.context)).toMatchObject({
      jobs: expect.any(Number),
      answers: expect.any(Number),
    });
    expect(await countJobs(store)).toEqual({});
    expect((await countRows(store)).idempotency).toBe(0);
  });
});

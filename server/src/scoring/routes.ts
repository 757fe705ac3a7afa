import { faultsOfIssues, refuseScoring } from "../issue.ts";
import { languageOf } from "../language.ts";
import { makeRouter } from "../route.ts";
import { writeRoute } from "../write-route.ts";
import { previewScore } from "./preview.ts";
import { PreviewBody, PreviewView } from "./shape.ts";

const preview = writeRoute({
  method: "post",
  path: "/api/scoring/preview",
  summary: "试算: the points that a scorer gives, with every step; stores nothing",
  tag: "assessment",
  right: "scoring.preview",
  body: PreviewBody,
  answer: PreviewView,
  params: {},
});

export function scoringRoutes() {
  return makeRouter().openapi(
    preview,
    (request) => {
      const language = languageOf(request.req.header("accept-language"));
      return request.json(previewScore(request.req.valid("json"), language), 200);
    },
    // Places are written as in `scorer.tiers[2].from`, unlike those of other routes.
    (result) => {
      if (!result.success) throw refuseScoring(faultsOfIssues(result.error.issues));
    },
  );
}

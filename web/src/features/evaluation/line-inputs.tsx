import { Link } from "@tanstack/react-router";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import type { ScoreLine } from "./request.ts";

type Input = ScoreLine["inputs"][number];
type Source = Input["sources"][number];

/** The figures that a line rests on, each with where it comes from and in which version it was used. */
export function LineInputs({ inputs, name }: { inputs: readonly Input[]; name: string }) {
  const { say } = useText();
  return (
    <div className="table-scroll">
      <table className="table inputs">
        <caption className="visually-hidden">{`${name} ${say("evaluation.statement.input")}`}</caption>
        <thead>
          <tr>
            <th scope="col">{say("evaluation.statement.input")}</th>
            <th scope="col" className="numeric">
              {say("evaluation.statement.value")}
            </th>
            <th scope="col">{say("evaluation.statement.from")}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input, at) => (
            <tr key={`${at} ${input.input}`}>
              <th scope="row">{input.name}</th>
              <td className="numeric">
                <InputValue input={input} />
              </td>
              <td>
                {input.sources.map((source) => (
                  <SourceLine key={`${source.kind} ${source.id} ${source.period ?? ""}`} source={source} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function InputValue({ input: { value, unit, sources } }: { input: Input }) {
  const { say, language } = useText();
  if (value === null) return <span className="absent">{say("evaluation.statement.hiddenValue")}</span>;
  const words = unit === null ? withUnit(value, "", language) : withUnit(value, unit, language);
  const figure = sources.find(({ kind }) => kind === "observation");
  if (figure === undefined) return <>{words}</>;
  return (
    <Link to="." search={(view) => ({ ...view, source: figure.id })} className="figure" resetScroll={false}>
      {words}
    </Link>
  );
}

/** What it is, the document and clause, the version that was used; one that is no longer the newest is flagged. */
function SourceLine({ source: { kind, id, title, cited, version, newest, recordedAt } }: { source: Source }) {
  const { say } = useText();
  const isVersioned = kind === "observation" || kind === "target";
  return (
    <div className="source-line">
      {kind === "target" ? (
        <Link to="/targets/$target" params={{ target: id }} className="link">
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      {cited !== null && (
        <span className="quiet">
          <Original>{cited}</Original>
        </span>
      )}
      {isVersioned && (
        <span className="quiet">
          {recordedAt === null
            ? say("evaluation.statement.version", { count: version })
            : say("evaluation.statement.versionAt", { count: version, at: instantName(recordedAt) })}
        </span>
      )}
      {newest !== null && (
        <Tag kind="warn">{say("evaluation.statement.revised", { count: newest, used: version })}</Tag>
      )}
    </div>
  );
}

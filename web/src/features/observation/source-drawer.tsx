import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Observation, Versions } from "../../api.ts";
import { useView } from "../../paths.ts";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { instantName, periodName } from "../../text/time.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { ConflictMark, Figure, FigureText } from "../../ui/figure.tsx";
import { Original } from "../../ui/original.tsx";
import { Facts, Tag } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { useVersions } from "./query.ts";
import { SourcePlace } from "./source-place.tsx";

interface ReaderParts {
  /** What the reader may do with the figure as it stands. */
  readonly actions: (figure: Observation) => ReactNode;
  readonly mayReadReports: boolean;
}
interface BodyParts extends ReaderParts {
  readonly versions: Versions;
}

/** The source of the figure that the link names: document or page, grade, caliber, three times, versions, conflicts. */
export function SourceDrawer(reader: ReaderParts) {
  const { source } = useView();
  const { say } = useText();
  const navigate = useNavigate();
  if (source === undefined) return null;
  const close = () =>
    void navigate({ to: ".", search: (view) => ({ ...view, source: undefined }), resetScroll: false });
  return (
    <Drawer title={say("source.title")} onClose={close} key={source}>
      <Source id={source} {...reader} />
    </Drawer>
  );
}

function Source({ id, ...reader }: { id: string } & ReaderParts) {
  const query = useVersions(id);
  return (
    <Loaded query={query} lines={12}>
      {(versions) => <SourceBody versions={versions} {...reader} />}
    </Loaded>
  );
}

type Version = Versions["items"][number];

function SourceBody({ versions, actions, mayReadReports }: BodyParts) {
  const { say, language } = useText();
  const [current] = versions.items;
  if (current === undefined) return null;
  return (
    <div className="source">
      <p className="source-figure">
        <FigureText of={current} />
        {versions.conflicts.length > 0 && <ConflictMark />}
      </p>
      <p className="source-about">
        {current.area.name} · {current.indicator.name} · {periodName(current.period, language)}
      </p>
      {current.text !== null && current.value !== null && <p>{current.text}</p>}
      {current.qualifier !== "=" && <Tag kind="warn">{say("source.qualifier")}</Tag>}
      <SourcePlace of={current} />
      <Counted version={current} />
      <SameLine versions={versions} mayReadReports={mayReadReports} />
      {actions(current)}
      <h3>{say("source.conflicts")}</h3>
      <ConflictList conflicts={versions.conflicts} empty={say("source.noConflict")} />
      <h3>{say("source.versions")}</h3>
      <ol className="lines">
        {versions.items.map((version) => (
          <VersionLine key={version.version} version={version} />
        ))}
      </ol>
    </div>
  );
}

/** What else the line of the report said: what was reported, verified and adopted, each with its own source. */
function SameLine({ versions: { report, sameLine }, mayReadReports }: Omit<BodyParts, "actions">) {
  const { say } = useText();
  if (report === null) return null;
  return (
    <>
      {sameLine.length > 0 && (
        <>
          <h3>{say("source.sameLine")}</h3>
          <ul className="lines">
            {sameLine.map((figure) => (
              <li key={figure.id} className="line">
                {`${say(`code.role.${figure.role}`)} `}
                <Figure of={figure} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayReadReports && (
        <p>
          <Link to="/reports/$report" params={{ report }} className="link">
            {say("source.report")}
          </Link>
        </p>
      )}
    </>
  );
}

function Counted({ version }: { version: Version }) {
  const { say, language } = useText();
  const period = periodName(version.period, language);
  return (
    <Facts
      items={[
        [say("source.caliber"), version.caliber.name],
        [say("source.stage"), say(`code.stage.${version.stage}`)],
        [say("source.role"), say(`code.role.${version.role}`)],
        [
          say("source.period"),
          version.periodBasis === "inferred" ? `${period} (${say("source.periodInferred")})` : period,
        ],
        version.reportedGrowth === null
          ? undefined
          : [say("source.growth"), withUnit(version.reportedGrowth, "%", language)],
        version.priorComparable === null
          ? undefined
          : [say("source.prior"), withUnit(version.priorComparable, version.unit, language)],
        [say("source.recorded"), instantName(version.recordedAt)],
      ]}
    />
  );
}

function VersionLine({ version }: { version: Version }) {
  const { say } = useText();
  return (
    <li className="line">
      <strong>{say("source.version", { count: version.version })}</strong> <FigureText of={version} />{" "}
      <Tag>
        {version.supersededAt === null
          ? say("source.current")
          : say("source.superseded", { at: instantName(version.supersededAt) })}
      </Tag>
      <span className="quiet">
        {instantName(version.recordedAt)} ·{" "}
        {version.recordedBy !== null && <>{say("source.by", { who: version.by ?? version.recordedBy })} · </>}
        {say(`code.change.${version.changeReason}`)}
        {version.changeNote !== null && (
          <>
            {say("page.colon")}
            <Original>{version.changeNote}</Original>
          </>
        )}
      </span>
    </li>
  );
}

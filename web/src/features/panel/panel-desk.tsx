import { useState } from "react";
import { useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Section, Tag } from "../../ui/page.tsx";
import { panelState } from "./own.ts";
import { usePanelChange } from "./query.ts";
import { type Panel, savePanel } from "./request.ts";
import "./panel.css";

/** The office's panels of an assessment: who judges what, open or closed, how many have scored. */
export function PanelDesk({ panels }: { panels: readonly Panel[] }) {
  const { say } = useText();
  const [edited, setEdited] = useState<Panel | null>(null);
  const judgesOf = ({ judges }: Panel): string =>
    judges.length === 0 ? say("panel.desk.nobody") : judges.map(({ name }) => name).join(say("page.list"));
  const givenOf = ({ areas, judges }: Panel): string =>
    areas
      .map(
        ({ area, given }) => `${area.name} ${say("panel.desk.givenOf", { given: given ?? 0, judges: judges.length })}`,
      )
      .join(say("page.list"));
  const columns: Column<Panel>[] = [
    {
      id: "criterion",
      head: say("evaluation.analysis.criterion"),
      heading: true,
      text: ({ criterion }) => criterion.name,
    },
    {
      ...{ id: "state", head: say("panel.desk.takes"), text: (panel) => say(`panel.${panelState(panel)}`) },
      cell: (panel) => (
        <Tag kind={panelState(panel) === "open" ? "accent" : "plain"}>{say(`panel.${panelState(panel)}`)}</Tag>
      ),
    },
    { id: "judges", head: say("panel.desk.judges"), text: judgesOf },
    {
      ...{ id: "given", head: say("panel.desk.given"), wide: true, text: givenOf },
      cell: ({ areas, judges }) => (
        <span className="panel-given">
          {areas.map(({ area, given }) => (
            <span key={area.code}>
              {area.name}{" "}
              <span className="quiet">{say("panel.desk.givenOf", { given: given ?? 0, judges: judges.length })}</span>
            </span>
          ))}
        </span>
      ),
    },
    {
      ...{ id: "edit", head: "", text: () => "" },
      cell: (panel) => <PanelActions panel={panel} onEdit={() => setEdited(panel)} />,
    },
  ];
  return (
    <Section title={say("panel.desk.title")} note={say("panel.desk.note")}>
      <DataTable
        name={say("panel.desk.title")}
        columns={columns}
        rows={panels}
        rowKey={({ criterion }) => criterion.code}
        empty={say("panel.desk.empty")}
      />
      {edited !== null && <JudgesDialog panel={edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

const codesOf = ({ judges }: Panel): string[] => judges.map(({ code }) => code);

function PanelActions({ panel, onEdit }: { panel: Panel; onEdit: () => void }) {
  const { say } = useText();
  const change = usePanelChange(() => savePanel({ panel, judges: codesOf(panel), open: !panel.open }));
  return (
    <span className="panel-save">
      <button type="button" className="button-quiet" onClick={onEdit}>
        {say("panel.desk.edit")}
      </button>
      {panel.judges.length > 0 && (
        <button type="button" className="button-quiet" disabled={change.isPending} onClick={() => change.mutate()}>
          {say(panel.open ? "panel.desk.finish" : "panel.desk.start")}
        </button>
      )}
      {change.error !== null && <span className="field-error">{change.error.message}</span>}
    </span>
  );
}

function JudgesDialog({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const { say } = useText();
  const [judges, setJudges] = useState<readonly string[]>(codesOf(panel));
  const [isOpen, setOpen] = useState(panel.open || panel.version === 0);
  const change = usePanelChange(() => savePanel({ panel, judges, open: isOpen }));
  const toggle = (code: string) =>
    setJudges(judges.includes(code) ? judges.filter((one) => one !== code) : [...judges, code]);
  return (
    <Dialog
      title={say("panel.desk.editTitle", { name: panel.criterion.name })}
      action={say("panel.save")}
      isBusy={change.isPending}
      error={change.error?.message}
      onClose={onClose}
      onAction={() => change.mutate(undefined, { onSuccess: onClose })}
    >
      <p className="quiet">{panel.rule}</p>
      <fieldset className="judge-list">
        <legend className="field-label">{say("panel.desk.candidates")}</legend>
        {panel.candidates.length === 0 && <p>{say("panel.desk.noCandidates")}</p>}
        {panel.candidates.map(({ code, name }) => (
          <label key={code}>
            <input type="checkbox" checked={judges.includes(code)} onChange={() => toggle(code)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="judge-list">
        <label>
          <input type="checkbox" checked={isOpen} onChange={() => setOpen(!isOpen)} />
          {say("panel.desk.takes")}
        </label>
      </div>
    </Dialog>
  );
}

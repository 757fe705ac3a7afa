import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { blankCriterion, copyGroup } from "./blank.ts";
import { CriteriaTable } from "./criteria-table.tsx";
import { useEditing, useNames } from "./editing.ts";
import { ItemTools } from "./item-tools.tsx";
import { insertItem } from "./mark.ts";
import { PlaceAt } from "./place-at.tsx";
import { calledBy } from "./place-words.ts";
import { groupSpec, pick } from "./shape.ts";
import { SpecAt } from "./spec-at.tsx";
import { Standing } from "./standing.tsx";
import { codedAt, listAt, type Path, spell, textAt } from "./tree.ts";
import { WeightFields } from "./weight-cell.tsx";

const own = pick(groupSpec, "code", "name", "nameEn", "role");
const notes = pick(groupSpec, "note", "noteEn");

/** One group: its name, its weight, and its criteria. */
export function GroupCard({ at }: { at: number }) {
  const { tree, isFixed } = useEditing();
  const { say, language } = useText();
  const { option } = useNames();
  const path: Path = ["groups", at];
  const found = codedAt(tree, ["groups"])[at];
  const name = (found && calledBy(found, language === "en")) || say("scheme.group.unnamed");
  return (
    <section className="scheme-group" aria-label={name}>
      <header className="scheme-group-head">
        <h3>
          <span className="quiet">{say("scheme.group.title", { at: at + 1 })}</span> <Original>{name}</Original>
        </h3>
        {textAt(tree, [...path, "role"]) === "part" && <Tag>{option([...path, "role"], "part")}</Tag>}
        <Standing place={spell(path)} />
        {!isFixed && <GroupTools path={path} at={at} name={name} />}
      </header>
      <PlaceAt path={path}>
        <GroupFields path={path} name={name} />
        <CriteriaTable group={path} name={name} />
        {!isFixed && <AddCriterion list={[...path, "criteria"]} name={name} />}
      </PlaceAt>
    </section>
  );
}

/** The weight of the group always, the rest of its own fields when they are unfolded. */
function GroupFields({ path, name }: { path: Path; name: string }) {
  const { isFixed, isOpen, toggle } = useEditing();
  const { say } = useText();
  const place = spell(path);
  const isShown = !isFixed && isOpen(place);
  return (
    <>
      {!isFixed && (
        <button
          type="button"
          className="button-quiet scheme-fold"
          aria-expanded={isShown}
          onClick={() => toggle(place)}
        >
          {say("scheme.group.own")} {isShown ? "▴" : "▾"}
        </button>
      )}
      <div className="scheme-fields">
        {isShown && own.map(([field, spec]) => <SpecAt key={field} path={[...path, field]} spec={spec} />)}
        <WeightFields path={path} name={name} />
      </div>
      {(isShown || isFixed) && (
        <div className="scheme-fields">
          {notes.map(([field, spec]) => (
            <SpecAt key={field} path={[...path, field]} spec={spec} />
          ))}
        </div>
      )}
    </>
  );
}

function AddCriterion({ list, name }: { list: Path; name: string }) {
  const { change } = useEditing();
  const { say } = useText();
  const add = () =>
    change((before) => insertItem(before, list, { at: listAt(before, list).length, item: blankCriterion(before) }));
  return (
    <div>
      <button type="button" className="button" aria-label={say("scheme.criterion.addTo", { name })} onClick={add}>
        {say("scheme.criterion.add")}
      </button>
    </div>
  );
}

function GroupTools({ path, at, name }: { path: Path; at: number; name: string }) {
  const { change } = useEditing();
  const { say } = useText();
  return (
    <span className="section-tools">
      <button
        type="button"
        className="button-quiet"
        aria-label={say("scheme.group.copyOf", { name })}
        onClick={() =>
          change((before) => insertItem(before, ["groups"], { at: at + 1, item: copyGroup(before, path) }))
        }
      >
        {say("scheme.group.copy")}
      </button>
      <ItemTools list={["groups"]} at={at} name={name} />
    </span>
  );
}

import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { blankGroup } from "./blank.ts";
import { useEditing } from "./editing.ts";
import { GroupCard } from "./group-card.tsx";
import { insertItem } from "./mark.ts";
import { PlaceAt } from "./place-at.tsx";
import { calledBy } from "./place-words.ts";
import { codedAt, listAt, textAt } from "./tree.ts";
import { sumOfGroups, typesOf } from "./weighing.ts";

/** Groups with their criteria, and whether their weights make up the full mark. */
export function GroupsSection() {
  const { tree, isFixed, change } = useEditing();
  const { say, language } = useText();
  const groups = codedAt(tree, ["groups"]);
  const types = typesOf(tree);
  const sums = types.map((type) => {
    const sum = sumOfGroups(tree, type.code) ?? say("page.none");
    return types.length === 1 ? sum : say("scheme.group.sumOf", { type: calledBy(type, language === "en"), sum });
  });
  const [first] = new Set(types.map(({ code }) => sumOfGroups(tree, code)));
  const isSame = types.every(({ code }) => sumOfGroups(tree, code) === first);
  const told = isSame ? (first ?? say("page.none")) : sums.join(say("page.list"));
  return (
    <Section title={say("scheme.sections.groups")} note={say("scheme.sections.groupsNote")} id="scheme-groups">
      <PlaceAt path={["groups"]}>
        <p className="scheme-sum">{say("scheme.group.sum", { sums: told, mark: textAt(tree, ["fullMark"]) })}</p>
        {groups.map((_, at) => (
          <GroupCard key={at} at={at} />
        ))}
        {!isFixed && (
          <div>
            <button
              type="button"
              className="button"
              onClick={() =>
                change((before) =>
                  insertItem(before, ["groups"], { at: listAt(before, ["groups"]).length, item: blankGroup(before) }),
                )
              }
            >
              {say("scheme.group.add")}
            </button>
          </div>
        )}
      </PlaceAt>
    </Section>
  );
}

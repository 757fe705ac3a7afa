import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { useEditing, useFormWords } from "./editing.ts";
import type { PlacedMark } from "./mark.ts";
import { placeWords } from "./place-words.ts";
import { type Path, spell } from "./tree.ts";

/** What a place is called in full, for lists and for those who listen. */
export function usePlaceWords(): (place: string) => string {
  const { tree } = useEditing();
  const { say, language } = useText();
  const words = useFormWords();
  const speech = {
    ...{ words, isEnglish: language === "en", colon: say("page.colon") },
    item: (list: string, at: number) => say("scheme.item.at", { list, at }),
  };
  return (place) => placeWords(tree, place, speech);
}

export function useReason(): (mark: PlacedMark) => string {
  const { language } = useText();
  return ({ reason, reasonEn }) => (language === "en" ? (reasonEn ?? reason) : reason);
}

/** The 待核 marks of a place itself, each with the button that removes it. */
export function MarksAt({ path }: { path: Path }) {
  const { marks } = useEditing();
  const place = spell(path);
  return marks.filter((mark) => mark.place === place).map((mark) => <MarkNote key={spell(mark.at)} mark={mark} />);
}

function MarkNote({ mark }: { mark: PlacedMark }) {
  const { isFixed, settle } = useEditing();
  const { say } = useText();
  const wordsOf = usePlaceWords();
  const reasonOf = useReason();
  return (
    <p className="scheme-mark">
      <Tag kind="warn">{say("scheme.mark.word")}</Tag>{" "}
      <span className="quiet">
        <Original>{reasonOf(mark)}</Original>
      </span>
      {!isFixed && (
        <button
          type="button"
          className="button-quiet"
          aria-label={say("scheme.mark.settleOf", { place: wordsOf(mark.place) })}
          onClick={() => settle([mark])}
        >
          {say("scheme.mark.settle")}
        </button>
      )}
    </p>
  );
}

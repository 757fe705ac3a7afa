import { useRef, useState } from "react";
import { useText } from "../text/text.ts";
import { Field } from "./field.tsx";

/** Something that is shown once and never again, to be copied. */
export function OnceShown({ label, text }: { label: string; text: string }) {
  const { say } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      document.execCommand("copy"); // without TLS browsers have no clipboard; what is selected can be copied
    }
    setCopied(true);
  };
  return (
    <Field label={label} hint={say("page.onceShown")}>
      {(control) => (
        <span className="once">
          <input {...control} ref={input} className="input field-input once-text" readOnly value={text} />
          <button type="button" className="button" onClick={() => void copy()}>
            {say(isCopied ? "page.copied" : "page.copy")}
          </button>
        </span>
      )}
    </Field>
  );
}

import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Foot } from "../../ui/foot.tsx";
import { type Editor, isStale } from "./use-editor.ts";

interface FootParts {
  readonly editor: Editor;
  readonly name: string;
  readonly onReload: () => void;
}

/** Why a draft cannot be published yet; null for one that can. */
function useHindrance({ isDirty, faults, marks }: Editor): string | null {
  const { say } = useText();
  if (isDirty) return say("scheme.publish.blocked.dirty");
  if (faults.length > 0) return say("scheme.publish.blocked.faults", { count: faults.length });
  return marks.length > 0 ? say("scheme.publish.blocked.owed", { count: marks.length }) : null;
}

/** Always in view: what is unsaved or refused, publishing, and saving at the right end. */
export function SchemeFoot({ editor, name, onReload }: FootParts) {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  const why = useHindrance(editor);
  const { isDirty, faults, saving, attempts } = editor;
  return (
    <Foot className="scheme-foot">
      <FootState editor={editor} isRefused={attempts > 0 && faults.length > 0 && isDirty} onReload={onReload} />
      <span className="foot-blocks">
        {why !== null && (
          <span className="quiet" id="scheme-unready">
            {why}
          </span>
        )}
        <button
          type="button"
          className="button"
          disabled={why !== null}
          {...(why !== null && { "aria-describedby": "scheme-unready" })}
          onClick={() => setAsked(true)}
        >
          {say("scheme.publish.action")}
        </button>
      </span>
      <button
        type="button"
        className="button button-primary foot-action"
        disabled={saving.isPending || !isDirty}
        onClick={editor.save}
      >
        {say("scheme.save.action")}
      </button>
      {isAsked && <PublishDialog editor={editor} name={name} onClose={() => setAsked(false)} />}
    </Foot>
  );
}

interface PublishParts {
  readonly editor: Editor;
  readonly name: string;
  readonly onClose: () => void;
}

function PublishDialog({ editor: { publishing }, name, onClose }: PublishParts) {
  const { say } = useText();
  const { error } = publishing;
  return (
    <Dialog
      title={say("scheme.publish.title")}
      action={say("scheme.publish.action")}
      isBusy={publishing.isPending}
      onAction={() => publishing.mutate()}
      onClose={onClose}
      {...(error !== null && { error: error.message })}
    >
      <p>{say("scheme.publish.text", { name })}</p>
    </Dialog>
  );
}

function FootState({ editor, isRefused, onReload }: Omit<FootParts, "name"> & { editor: Editor; isRefused: boolean }) {
  const { say } = useText();
  const { saving, publishing, isDirty, faults, base } = editor;
  const error = saving.error ?? publishing.error;
  if (isStale(error)) {
    return (
      <span className="foot-paused" role="alert">
        {say("scheme.save.stale")}
        <button type="button" className="button" onClick={onReload}>
          {say("scheme.save.reload")}
        </button>
      </span>
    );
  }
  if (error !== null) {
    return (
      <span className="foot-paused" role="alert">
        {error.message}
      </span>
    );
  }
  if (isRefused) {
    return (
      <span className="foot-paused" role="alert">
        {say("scheme.save.refused", { count: faults.length })}
      </span>
    );
  }
  const saved = saving.isSuccess ? say("scheme.save.saved", { version: base.version }) : say("scheme.save.clean");
  return (
    <span className="foot-saving" role="status">
      {isDirty ? say("scheme.save.dirty") : saved}
    </span>
  );
}

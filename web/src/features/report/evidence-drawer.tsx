import type { Evidence } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { contentAddress } from "./request.ts";

/** A file beside the figure that it supports: pictures and PDF open here, everything else is saved. */
export function EvidenceDrawer({ file, onClose }: { file: Evidence; onClose: () => void }) {
  const { say } = useText();
  const address = contentAddress(file.id);
  const isPicture = file.type.startsWith("image/") && file.type !== "image/tiff";
  const isPdf = file.type === "application/pdf";
  return (
    <Drawer title={file.fileName} onClose={onClose}>
      <p>
        <a className="button" href={address} target="_blank" rel="noreferrer">
          {say(isPicture || isPdf ? "report.evidence.openAlone" : "report.evidence.save")}
        </a>
      </p>
      {isPicture && <img className="evidence-picture" src={address} alt={file.fileName} />}
      {isPdf && <iframe className="evidence-pdf" src={`${address}#navpanes=0`} title={file.fileName} />}
      <p className="quiet break">{say("report.evidence.hash", { hash: file.hash })}</p>
    </Drawer>
  );
}

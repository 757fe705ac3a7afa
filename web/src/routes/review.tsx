import { shanghaiDay } from "@yuanbiao/core/day";
import { parksOf } from "../features/letter/addressee.ts";
import { LetterStrip } from "../features/letter/letter-strip.tsx";
import { useReports } from "../features/report/query.ts";
import { ReviewDesk } from "../features/report/review-desk.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

export function ReviewPage() {
  const reports = useReports();
  return (
    <SignedIn right="report.accept">
      {() => (
        <Loaded query={reports} lines={12} height={640}>
          {(items) => (
            <ReviewDesk
              reports={items}
              letters={(owed) => (
                <LetterStrip today={shanghaiDay(new Date())} addressees={(cityOf) => parksOf(owed, cityOf)} />
              )}
            />
          )}
        </Loaded>
      )}
    </SignedIn>
  );
}
